PRAGMA application_id = 1382376303;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    finding TEXT,
    detail TEXT NOT NULL
) STRICT;
INSERT INTO "audit" VALUES(1,'2026-11-22T09:08:56.394259+00:00','reconcile','created',NULL,'{"reconcile": "0.1.0"}');
INSERT INTO "audit" VALUES(2,'2026-11-22T09:08:56.394412+00:00','reconcile','source-added',NULL,'{"source": "A", "path": "a.txt", "sha256": "0000000000000000000000000000000000000000000000000000000000000061", "version": 1}');
INSERT INTO "audit" VALUES(3,'2026-11-22T09:08:56.394449+00:00','reconcile','source-added',NULL,'{"source": "B", "path": "b.txt", "sha256": "0000000000000000000000000000000000000000000000000000000000000062", "version": 1}');
INSERT INTO "audit" VALUES(4,'2026-11-22T09:08:56.394475+00:00','reconcile','source-added',NULL,'{"source": "C", "path": "c.pdf", "failure": "is binary"}');
INSERT INTO "audit" VALUES(5,'2026-11-22T09:08:56.394512+00:00','reconcile','analysed',NULL,'{"reconcile": "0.1.0", "sources": ["A", "B"], "claims": 8, "findings": 3}');
INSERT INTO "audit" VALUES(6,'2026-11-22T09:08:56.489022+00:00','Ann','judged','4232fe029267','{"decision": "confirmed", "preferred": null, "note": "first format", "decided_at": "2031-05-06T12:00:00+00:00", "relation": "precision"}');
INSERT INTO "audit" VALUES(7,'2026-11-22T09:08:56.547011+00:00','Bo','judged','4232fe029267','{"decision": "confirmed", "preferred": null, "note": "first format", "decided_at": "2031-05-06T12:00:00+00:00", "relation": "precision"}');
INSERT INTO "audit" VALUES(8,'2026-11-22T09:08:56.590182+00:00','Ann','judged','f4de086d42b7','{"decision": "confirmed", "preferred": null, "note": "first format", "decided_at": "2031-05-06T12:00:00+00:00", "relation": "wording"}');
INSERT INTO "audit" VALUES(9,'2026-11-22T09:08:56.630640+00:00','Ann','taken-back','f4de086d42b7','{}');
CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source (letter),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;
INSERT INTO "claim" VALUES('A1',0,'A',24,84,'At least 50 people were hurt when the mill in Arlburg burned','{"id": "A1", "source": "A", "selector": {"span": {"start": 24, "end": 84}, "exact": "At least 50 people were hurt when the mill in Arlburg burned", "prefix": "Mill fire hurts dozens\n\n", "suffix": ", Mayor Ina Røst said.\nShe will "}, "sentence": {"start": 24, "end": 84}, "speaker": {"text": "Mayor Ina Røst", "span": {"start": 86, "end": 100}, "cue": "said", "cue_span": {"start": 101, "end": 105}, "cue_lemma": "", "quoted": false, "resolved": null}, "certainty": "reported", "polarity": "affirmed", "role": "body", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [{"span": {"start": 24, "end": 42}, "text": "At least 50 people", "low": "50", "high": null, "figure": null, "unit": null, "counted": "person", "approximate": false, "ordinal": false, "state": null, "bearer": null, "kind": "quantity"}, {"span": {"start": 70, "end": 77}, "text": "Arlburg", "place_kind": "city", "canonical": "Arlburg", "country": "AT", "region": null, "kind": "place"}], "phrases": []}');
INSERT INTO "claim" VALUES('A2',1,'A',107,132,'She will speak next week.','{"id": "A2", "source": "A", "selector": {"span": {"start": 107, "end": 132}, "exact": "She will speak next week.", "prefix": "rg burned, Mayor Ina Røst said.\n", "suffix": "\nThe roof fell in.\nNobody has be"}, "sentence": {"start": 107, "end": 132}, "speaker": null, "certainty": "planned", "polarity": "affirmed", "role": "body", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [{"span": {"start": 122, "end": 131}, "text": "next week", "form": "calendar", "interval": {"begin": "2025-09-01", "end": "2025-09-08"}, "granularity": "week", "anchor": "2025-08-29", "alternatives": [], "clock": null, "day_part": null, "length_low": null, "length_high": null, "kind": "time"}, {"span": {"start": 92, "end": 100}, "text": "Ina Røst", "name_kind": "person", "canonical": "Ina Røst", "kind": "name"}], "phrases": []}');
INSERT INTO "claim" VALUES('A3',2,'A',133,150,'The roof fell in.','{"id": "A3", "source": "A", "selector": {"span": {"start": 133, "end": 150}, "exact": "The roof fell in.", "prefix": "said.\nShe will speak next week.\n", "suffix": "\nNobody has been arrested.\n"}, "sentence": {"start": 133, "end": 150}, "speaker": null, "certainty": "asserted", "polarity": "affirmed", "role": "body", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [], "phrases": []}');
INSERT INTO "claim" VALUES('A4',3,'A',151,176,'Nobody has been arrested.','{"id": "A4", "source": "A", "selector": {"span": {"start": 151, "end": 176}, "exact": "Nobody has been arrested.", "prefix": "ak next week.\nThe roof fell in.\n", "suffix": "\n"}, "sentence": {"start": 151, "end": 176}, "speaker": null, "certainty": "asserted", "polarity": "negated", "role": "body", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [], "phrases": []}');
INSERT INTO "claim" VALUES('A5',4,'A',0,22,'Mill fire hurts dozens','{"id": "A5", "source": "A", "selector": {"span": {"start": 0, "end": 22}, "exact": "Mill fire hurts dozens", "prefix": "", "suffix": "\n\nAt least 50 people were hurt w"}, "sentence": {"start": 0, "end": 22}, "speaker": null, "certainty": "asserted", "polarity": "affirmed", "role": "headline", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [], "phrases": []}');
INSERT INTO "claim" VALUES('B1',5,'B',0,44,'In Arlburg, 40 people were hurt in the mill.','{"id": "B1", "source": "B", "selector": {"span": {"start": 0, "end": 44}, "exact": "In Arlburg, 40 people were hurt in the mill.", "prefix": "", "suffix": "\r\nThe mayor will speak on Thursd"}, "sentence": {"start": 0, "end": 44}, "speaker": null, "certainty": "asserted", "polarity": "affirmed", "role": "body", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [{"span": {"start": 12, "end": 21}, "text": "40 people", "low": "40", "high": "40", "figure": null, "unit": null, "counted": "person", "approximate": false, "ordinal": false, "state": null, "bearer": null, "kind": "quantity"}], "phrases": []}');
INSERT INTO "claim" VALUES('B2',6,'B',46,92,'The mayor will speak on Thursday, 4 September.','{"id": "B2", "source": "B", "selector": {"span": {"start": 46, "end": 92}, "exact": "The mayor will speak on Thursday, 4 September.", "prefix": " people were hurt in the mill.\r\n", "suffix": "\r\nThe roof of the mill collapsed"}, "sentence": {"start": 46, "end": 92}, "speaker": null, "certainty": "asserted", "polarity": "affirmed", "role": "body", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [{"span": {"start": 70, "end": 91}, "text": "Thursday, 4 September", "form": "calendar", "interval": {"begin": "2025-09-04", "end": "2025-09-05"}, "granularity": "day", "anchor": "2025-08-29", "alternatives": [], "clock": null, "day_part": null, "length_low": null, "length_high": null, "kind": "time"}], "phrases": []}');
INSERT INTO "claim" VALUES('B3',7,'B',94,125,'The roof of the mill collapsed.','{"id": "B3", "source": "B", "selector": {"span": {"start": 94, "end": 125}, "exact": "The roof of the mill collapsed.", "prefix": "peak on Thursday, 4 September.\r\n", "suffix": "\r\nThe mill dates from 1902.\r\n"}, "sentence": {"start": 94, "end": 125}, "speaker": null, "certainty": "asserted", "polarity": "affirmed", "role": "body", "predicate": "", "terms": [], "parts": {"subject": null, "predicate": null, "modal": null, "negation": null, "quotes": []}, "propositions": [], "facets": [], "phrases": []}');
CREATE TABLE claim_group (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    confidence REAL NOT NULL,
    summary TEXT NOT NULL,
    origin TEXT,
    silent TEXT NOT NULL,
    pairs TEXT NOT NULL
) STRICT;
INSERT INTO "claim_group" VALUES('g1',0,'agreement',0.95,'The roof fell.',NULL,'[]','[]');
INSERT INTO "claim_group" VALUES('g2',1,'precision',0.9,'B names the day, A only the week.',NULL,'[]','[]');
INSERT INTO "claim_group" VALUES('g3',2,'conflict',0.93,'People were hurt in the mill.',NULL,'[]','[{"left": "A1", "right": "B1", "score": 0.9, "evidence": [{"scorer": "semantic", "score": 0.87, "detail": ""}, {"scorer": "lexical", "score": 0.4, "detail": ""}], "relation": "contradicts"}]');
INSERT INTO "claim_group" VALUES('g4',3,'single-source',1.0,'Only A says so.',NULL,'["B"]','[]');
INSERT INTO "claim_group" VALUES('g5',4,'single-source',1.0,'Only A says so.',NULL,'["B"]','[]');
CREATE TABLE claim_group_member (
    claim_group TEXT NOT NULL REFERENCES claim_group (id),
    position INTEGER NOT NULL,
    claim TEXT NOT NULL REFERENCES claim (id),
    PRIMARY KEY (claim_group, position)
) STRICT;
INSERT INTO "claim_group_member" VALUES('g1',0,'A3');
INSERT INTO "claim_group_member" VALUES('g1',1,'B3');
INSERT INTO "claim_group_member" VALUES('g2',0,'A2');
INSERT INTO "claim_group_member" VALUES('g2',1,'B2');
INSERT INTO "claim_group_member" VALUES('g3',0,'A1');
INSERT INTO "claim_group_member" VALUES('g3',1,'B1');
INSERT INTO "claim_group_member" VALUES('g4',0,'A4');
INSERT INTO "claim_group_member" VALUES('g5',0,'A5');
CREATE TABLE finding (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    claim_group TEXT NOT NULL REFERENCES claim_group (id),
    kind TEXT NOT NULL,
    relation TEXT NOT NULL,
    confidence REAL NOT NULL,
    explanation TEXT NOT NULL,
    severity_level TEXT NOT NULL,
    severity_rank INTEGER NOT NULL,
    severity_reason TEXT NOT NULL
) STRICT;
INSERT INTO "finding" VALUES(1,'4232fe029267','g2','time','precision',0.7,'B names the day, A only the week.','low',1000,'');
INSERT INTO "finding" VALUES(2,'f4de086d42b7','g3','wording','wording',0.9,'A says burned, B does not.','low',1000,'');
INSERT INTO "finding" VALUES(3,'6dbb65a127ed','g3','quantity','conflict',0.8,'A says at least 50 people, B says 40.','low',1000,'');
CREATE TABLE finding_value (
    finding INTEGER NOT NULL REFERENCES finding (key),
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source (letter),
    claim TEXT NOT NULL REFERENCES claim (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    facet TEXT,
    PRIMARY KEY (finding, position)
) STRICT;
INSERT INTO "finding_value" VALUES(1,0,'A','A2',122,131,'next week','{"span": {"start": 122, "end": 131}, "text": "next week", "form": "calendar", "interval": {"begin": "2025-09-01", "end": "2025-09-08"}, "granularity": "week", "anchor": "2025-08-29", "alternatives": [], "clock": null, "day_part": null, "length_low": null, "length_high": null, "kind": "time"}');
INSERT INTO "finding_value" VALUES(1,1,'B','B2',70,91,'Thursday, 4 September','{"span": {"start": 70, "end": 91}, "text": "Thursday, 4 September", "form": "calendar", "interval": {"begin": "2025-09-04", "end": "2025-09-05"}, "granularity": "day", "anchor": "2025-08-29", "alternatives": [], "clock": null, "day_part": null, "length_low": null, "length_high": null, "kind": "time"}');
INSERT INTO "finding_value" VALUES(2,0,'A','A1',58,84,'the mill in Arlburg burned',NULL);
INSERT INTO "finding_value" VALUES(2,1,'B','B1',32,43,'in the mill',NULL);
INSERT INTO "finding_value" VALUES(3,0,'A','A1',24,42,'At least 50 people','{"span": {"start": 24, "end": 42}, "text": "At least 50 people", "low": "50", "high": null, "figure": null, "unit": null, "counted": "person", "approximate": false, "ordinal": false, "state": null, "bearer": null, "kind": "quantity"}');
INSERT INTO "finding_value" VALUES(3,1,'B','B1',12,21,'40 people','{"span": {"start": 12, "end": 21}, "text": "40 people", "low": "40", "high": "40", "figure": null, "unit": null, "counted": "person", "approximate": false, "ordinal": false, "state": null, "bearer": null, "kind": "quantity"}');
CREATE TABLE judged_finding (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    orphaned TEXT
) STRICT;
INSERT INTO "judged_finding" VALUES('4232fe029267','{"kind": "time", "relation": "precision", "explanation": "B names the day, A only the week.", "values": [{"source": "A", "sha256": "0000000000000000000000000000000000000000000000000000000000000061", "selector": {"span": {"start": 122, "end": 131}, "exact": "next week", "prefix": "r Ina Røst said.\nShe will speak ", "suffix": ".\nThe roof fell in.\nNobody has b"}}, {"source": "B", "sha256": "0000000000000000000000000000000000000000000000000000000000000062", "selector": {"span": {"start": 70, "end": 91}, "exact": "Thursday, 4 September", "prefix": " mill.\r\nThe mayor will speak on ", "suffix": ".\r\nThe roof of the mill collapse"}}]}',NULL);
INSERT INTO "judged_finding" VALUES('f4de086d42b7','{"kind": "wording", "relation": "wording", "explanation": "A says burned, B does not.", "values": [{"source": "A", "sha256": "0000000000000000000000000000000000000000000000000000000000000061", "selector": {"span": {"start": 58, "end": 84}, "exact": "the mill in Arlburg burned", "prefix": " least 50 people were hurt when ", "suffix": ", Mayor Ina Røst said.\nShe will "}}, {"source": "B", "sha256": "0000000000000000000000000000000000000000000000000000000000000062", "selector": {"span": {"start": 32, "end": 43}, "exact": "in the mill", "prefix": "In Arlburg, 40 people were hurt ", "suffix": ".\r\nThe mayor will speak on Thurs"}}]}',NULL);
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    finding TEXT NOT NULL REFERENCES judged_finding (id),
    reviewer TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    preferred TEXT,
    note TEXT NOT NULL,
    relation TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) STRICT;
INSERT INTO "judgement" VALUES(1,'4232fe029267','Ann','confirmed','2031-05-06T12:00:00+00:00',NULL,'first format','precision',0);
INSERT INTO "judgement" VALUES(2,'4232fe029267','Bo','confirmed','2031-05-06T12:00:00+00:00',NULL,'first format','precision',0);
INSERT INTO "judgement" VALUES(3,'f4de086d42b7','Ann','confirmed','2031-05-06T12:00:00+00:00',NULL,'first format','wording',1);
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    record TEXT NOT NULL,
    warnings TEXT NOT NULL
) STRICT;
INSERT INTO "run" VALUES(1,'2025-09-05T10:00:07+02:00','{"reconcile": "0.1.0", "started_at": "2025-09-05T10:00:07+02:00", "settings": {"models": {"encoder": "MiniLM"}, "weight": {"$decimal": "0.5"}}, "models": [{"role": "encoder", "name": "MiniLM", "revision": "53aa"}]}','["b.txt was read as windows-1252."]');
CREATE TABLE source (
    letter TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    location TEXT,
    options TEXT NOT NULL,
    version INTEGER,
    republishes TEXT,
    failure_path TEXT,
    failure TEXT,
    left_out TEXT
) STRICT;
INSERT INTO "source" VALUES('A',0,NULL,'{}',1,NULL,NULL,NULL,NULL);
INSERT INTO "source" VALUES('B',1,NULL,'{}',1,NULL,NULL,NULL,NULL);
INSERT INTO "source" VALUES('C',2,NULL,'{}',NULL,NULL,'c.pdf','is binary',NULL);
CREATE TABLE source_version (
    letter TEXT NOT NULL REFERENCES source (letter),
    number INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    raw BLOB NOT NULL,
    text TEXT NOT NULL,
    encoding TEXT NOT NULL,
    body_start INTEGER NOT NULL,
    record TEXT NOT NULL,
    warnings TEXT NOT NULL,
    PRIMARY KEY (letter, number)
) STRICT;
INSERT INTO "source_version" VALUES('A',1,'2026-11-22T09:08:56.288553+00:00',X'4D696C6C206669726520687572747320646F7A656E730A0A4174206C656173742035302070656F706C6520776572652068757274207768656E20746865206D696C6C20696E2041726C62757267206275726E65642C204D61796F7220496E612052C3B8737420736169642E0A5368652077696C6C20737065616B206E657874207765656B2E0A54686520726F6F662066656C6C20696E2E0A4E6F626F647920686173206265656E2061727265737465642E0A','Mill fire hurts dozens

At least 50 people were hurt when the mill in Arlburg burned, Mayor Ina Røst said.
She will speak next week.
The roof fell in.
Nobody has been arrested.
','utf-8',0,'{"id": "A", "path": "a.txt", "sha256": "0000000000000000000000000000000000000000000000000000000000000061", "publisher": "A Daily", "title": "Mill fire hurts dozens", "authors": [], "published": "2025-08-29", "published_at": null, "published_from": "option", "url": null, "language": "en", "republishes": null}','[]');
INSERT INTO "source_version" VALUES('B',1,'2026-11-22T09:08:56.288553+00:00',X'496E2041726C627572672C2034302070656F706C652077657265206875727420696E20746865206D696C6C2E0D0A546865206D61796F722077696C6C20737065616B206F6E2054687572736461792C20342053657074656D6265722E0D0A54686520726F6F66206F6620746865206D696C6C20636F6C6C61707365642E0D0A546865206D696C6C2064617465732066726F6D20313930322E0D0A','In Arlburg, 40 people were hurt in the mill.
The mayor will speak on Thursday, 4 September.
The roof of the mill collapsed.
The mill dates from 1902.
','utf-8',0,'{"id": "B", "path": "b.txt", "sha256": "0000000000000000000000000000000000000000000000000000000000000062", "publisher": "B Daily", "title": "In Arlburg, 40 people were hurt in the mill.", "authors": [], "published": "2025-08-29", "published_at": null, "published_from": "option", "url": null, "language": "en", "republishes": null}','[]');
CREATE INDEX finding_id ON finding (id);
CREATE INDEX finding_group ON finding (claim_group);
CREATE INDEX finding_value_claim ON finding_value (claim);
CREATE INDEX judgement_finding ON judgement (finding, reviewer);
CREATE TRIGGER judgement_is_kept BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is taken back, never deleted'); END;
CREATE INDEX audit_finding ON audit (finding);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
COMMIT;
