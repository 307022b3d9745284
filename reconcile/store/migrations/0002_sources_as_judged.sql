-- Which sources' words a reviewer saw: a finding may later have words of one more source.
ALTER TABLE judgement ADD COLUMN sources TEXT NOT NULL DEFAULT '[]';
UPDATE judgement SET sources = (
    SELECT json_group_array(source) FROM (
        SELECT DISTINCT json_extract(part.value, '$.source') AS source
        FROM judged_finding, json_each(judged_finding.record, '$.values') AS part
        WHERE judged_finding.id = judgement.finding
        ORDER BY source
    )
);
