-- Every table that grows with the field starts its key with source_id (the tablet), so that partitioning needs no rewrite.
CREATE TABLE institution (
  id text PRIMARY KEY,
  kind text NOT NULL,
  kato text NOT NULL,
  name_kk text NOT NULL,
  name_ru text NOT NULL,
  is_protected boolean NOT NULL,
  headcount_places integer
);

CREATE TABLE officer (
  id text PRIMARY KEY,
  institution_id text NOT NULL REFERENCES institution,
  appointed_by text NOT NULL,
  appointed_on date NOT NULL,
  trained_on date
);

-- The code itself is needed to check the proof of a request, also of one that is asked again because its answer was lost.
CREATE TABLE enrolment_code (
  code_id text PRIMARY KEY,
  code text,
  institution_id text NOT NULL REFERENCES institution,
  officer_id text NOT NULL REFERENCES officer,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  used_again_at timestamptz,
  wrong_proofs integer NOT NULL DEFAULT 0
);

CREATE TABLE device (
  source_id text PRIMARY KEY,
  institution_id text NOT NULL REFERENCES institution,
  officer_id text NOT NULL REFERENCES officer,
  code_id text NOT NULL UNIQUE REFERENCES enrolment_code,
  dev_kid text NOT NULL UNIQUE,
  dev_jwk jsonb NOT NULL,
  off_kid text NOT NULL UNIQUE,
  off_jwk jsonb NOT NULL,
  tab text NOT NULL,
  escrow jsonb NOT NULL,
  comparison text NOT NULL,
  enrolled_at timestamptz NOT NULL,
  revoked text CHECK (revoked IN ('lost', 'returned', 'replaced')),
  -- The middle of this tablet's certificate numbers.
  certificate_series integer GENERATED ALWAYS AS IDENTITY (MAXVALUE 99999)
);

CREATE TABLE batch (
  source_id text NOT NULL,
  bid text NOT NULL,
  sha text NOT NULL,
  link text NOT NULL,
  seq bigint NOT NULL,
  prev text,
  len integer NOT NULL,
  file text NOT NULL,
  via text NOT NULL CHECK (via IN ('vpn', 'usb')),
  received_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('stored', 'accepted', 'refused', 'quarantined')),
  why text,
  stored_receipt text,
  decided_receipt text,
  decided_at timestamptz,
  lines_ok integer,
  lines_bad integer,
  PRIMARY KEY (source_id, bid, link)
);
CREATE INDEX batch_to_open ON batch (received_at) WHERE state = 'stored';
CREATE INDEX batch_by_seq ON batch (source_id, seq);

CREATE TABLE batch_resend (
  source_id text NOT NULL,
  bid text NOT NULL,
  at timestamptz NOT NULL,
  via text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (source_id, bid, number)
);

CREATE TABLE respondent_list (
  source_id text NOT NULL,
  list_id text NOT NULL,
  rev bigint NOT NULL,
  institution_id text NOT NULL,
  as_of date NOT NULL,
  signed_at timestamptz NOT NULL,
  headcount bigint NOT NULL,
  total bigint NOT NULL,
  on_list bigint NOT NULL,
  difference_reason text,
  parts bigint NOT NULL,
  PRIMARY KEY (source_id, list_id, rev)
);

CREATE TABLE list_line (
  source_id text NOT NULL,
  list_id text NOT NULL,
  rev bigint NOT NULL,
  line_id text NOT NULL,
  number bigint NOT NULL,
  stage smallint NOT NULL,
  person jsonb NOT NULL,
  removed text,
  PRIMARY KEY (source_id, list_id, rev, line_id)
);

CREATE TABLE form (
  source_id text NOT NULL,
  form_id text NOT NULL,
  rev bigint NOT NULL,
  bid text NOT NULL,
  institution_id text NOT NULL,
  officer_id text NOT NULL,
  line bigint NOT NULL,
  finished_at timestamptz NOT NULL,
  accepted_at timestamptz NOT NULL,
  is_late boolean NOT NULL,
  content_sha text NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (source_id, form_id, rev)
);
