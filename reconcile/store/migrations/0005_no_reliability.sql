-- The catalogue alone says how reliable a finding is: the word of a model on a single one told no more.
ALTER TABLE finding DROP COLUMN reliability;
