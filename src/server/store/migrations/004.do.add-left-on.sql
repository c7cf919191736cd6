-- The day somebody left, as far as it is known (E112).
ALTER TABLE list_line ADD COLUMN left_on jsonb;
