-- How a line of the list is closed without a form; a null outcome opens it again. The newest revision counts.
CREATE TABLE line_outcome (
  source_id text NOT NULL,
  line_id text NOT NULL,
  rev bigint NOT NULL,
  bid text NOT NULL,
  institution_id text NOT NULL,
  officer_id text NOT NULL,
  line bigint NOT NULL,
  outcome text,
  note text,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (source_id, line_id, rev)
);
