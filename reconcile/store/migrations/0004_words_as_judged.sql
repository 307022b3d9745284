-- What a finding said and where when it was judged: the words around it may change later. Of earlier
-- judgements no more is known than where their finding was seen last.
ALTER TABLE judgement ADD COLUMN record TEXT NOT NULL DEFAULT '';
UPDATE judgement SET record = (
    SELECT judged_finding.record FROM judged_finding WHERE judged_finding.id = judgement.finding
);
