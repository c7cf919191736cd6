-- What the Department decided on critical edits that a form was finished with. A later decision counts above an earlier
-- one; none is ever taken away.
CREATE TABLE permission (
  source_id text NOT NULL,
  form_id text NOT NULL,
  rev bigint NOT NULL,
  edit text NOT NULL,
  path text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  is_granted boolean NOT NULL,
  by_whom text NOT NULL,
  remark text,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (source_id, form_id, rev, edit, path, number)
);
