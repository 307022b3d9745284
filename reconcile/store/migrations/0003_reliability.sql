-- What a finding's confidence is the group's times, where a model says so and not the catalogue.
ALTER TABLE finding ADD COLUMN reliability REAL;
