/**
 * Hidden control cases. That a case is one stands in these tables alone: the tables of cases, decisions, holds and the feed
 * have no column for it, so nothing that is read from them can tell.
 */
export const controlsMigration = `
CREATE TABLE control_terms (
  the_only boolean PRIMARY KEY DEFAULT true CHECK (the_only),
  permille integer NOT NULL CHECK (permille BETWEEN 0 AND 500),
  phones json NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  changed_at timestamptz NOT NULL
);

CREATE TABLE control_case (
  id uuid PRIMARY KEY,
  order_number text NOT NULL UNIQUE,
  bundle_sha256 text NOT NULL UNIQUE,
  -- Until it is released.
  bundle json,
  rules json NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  stocked_at timestamptz NOT NULL,
  refused boolean NOT NULL DEFAULT false,
  -- Drawn by an arriving filing: when it comes, and how many milliseconds before that it says that it was submitted.
  release_at timestamptz,
  submitted_before bigint,
  case_id uuid UNIQUE REFERENCES filing_case (id),
  released_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  -- Whose pass the sampling plan would have drawn, while somebody else looks at it; never in the register of the plan.
  look_account_id uuid REFERENCES account (id),
  look_blind boolean,
  CHECK (release_at IS NULL OR submitted_before > 0),
  CHECK ((case_id IS NULL) = (bundle IS NOT NULL)),
  CHECK (num_nulls(case_id, released_at, ends_at) IN (0, 3)),
  CHECK (num_nulls(look_account_id, look_blind) IN (0, 2))
);
CREATE INDEX control_case_release ON control_case (release_at) WHERE case_id IS NULL;
CREATE INDEX control_case_end ON control_case (ends_at) WHERE ended_at IS NULL;

-- Documents of what is in stock; once released they are documents of a case like any other.
CREATE TABLE control_document (
  control_id uuid NOT NULL REFERENCES control_case (id) ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 0),
  declared json NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  media_type text NOT NULL,
  PRIMARY KEY (control_id, position)
);
CREATE INDEX control_document_content ON control_document (sha256);

CREATE TABLE control_score (
  control_id uuid NOT NULL REFERENCES control_case (id),
  case_version integer NOT NULL CHECK (case_version > 1),
  account_id uuid NOT NULL REFERENCES account (id),
  outcome text NOT NULL CHECK (outcome IN ('found', 'other', 'missed', 'escalated')),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (control_id, case_version)
);
`
