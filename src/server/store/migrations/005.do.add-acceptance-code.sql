-- The eight digits that say on a tablet without a network that this batch and all before it are accepted; null where a
-- form of it was refused, and for batches opened before there were codes.
ALTER TABLE batch ADD COLUMN acceptance_code text CHECK (acceptance_code ~ '^[0-9]{8}$');
