-- The first format of a case file. Times are ISO 8601 with their zone; columns called record, options,
-- warnings and detail are JSON; offsets are half-open and count code points of source_version.text.

-- A source by its letter. version is the one that was compared last, NULL where none can be used: then
-- failure_path and failure say why, or left_out that its content is that of another source.
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

-- Every version that a source ever had; none is removed.
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

-- The runs; the claims, groups and findings below are those of the last one.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    record TEXT NOT NULL,
    warnings TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source (letter),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;

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

CREATE TABLE claim_group_member (
    claim_group TEXT NOT NULL REFERENCES claim_group (id),
    position INTEGER NOT NULL,
    claim TEXT NOT NULL REFERENCES claim (id),
    PRIMARY KEY (claim_group, position)
) STRICT;

-- id is the finding's own, made of what differs and where; key tells apart the same found twice.
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
CREATE INDEX finding_id ON finding (id);
CREATE INDEX finding_group ON finding (claim_group);

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
CREATE INDEX finding_value_claim ON finding_value (claim);

-- What a judged finding said and where, so that its judgements can be found a place in a later run.
-- orphaned says why there is none.
CREATE TABLE judged_finding (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    orphaned TEXT
) STRICT;

-- Every judgement; the one of a reviewer that holds is the last that was not taken back. relation is
-- what the machine called the finding when it was judged.
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
CREATE INDEX judgement_finding ON judgement (finding, reviewer);
CREATE TRIGGER judgement_is_kept BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is taken back, never deleted'); END;

-- Who did what when. Rows are only ever added.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    finding TEXT,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_finding ON audit (finding);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
