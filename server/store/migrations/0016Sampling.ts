/** Plans of second looks by sample, where each reviewer stands in them, and the register of draws, which names nobody's data. */
export const samplingMigration = `
CREATE TABLE sampling_plan (
  id uuid PRIMARY KEY,
  terms json NOT NULL,
  seed text NOT NULL CHECK (seed ~ '^[0-9a-f]{64}$'),
  seed_sha256 text NOT NULL CHECK (seed_sha256 ~ '^[0-9a-f]{64}$'),
  account_id uuid NOT NULL REFERENCES account (id),
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);
-- At most one is in force.
CREATE UNIQUE INDEX sampling_plan_in_force ON sampling_plan ((true)) WHERE ended_at IS NULL;

CREATE TABLE sampling_stand (
  plan_id uuid NOT NULL REFERENCES sampling_plan (id),
  account_id uuid NOT NULL REFERENCES account (id),
  -- Draws and finished looks so far.
  step integer NOT NULL CHECK (step >= 0),
  stand json NOT NULL,
  PRIMARY KEY (plan_id, account_id)
);

CREATE TABLE sample_draw (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES sampling_plan (id),
  case_id uuid NOT NULL REFERENCES filing_case (id),
  round integer NOT NULL CHECK (round > 0),
  case_version integer NOT NULL CHECK (case_version > 0),
  account_id uuid NOT NULL REFERENCES account (id),
  province text NOT NULL,
  filing_type text NOT NULL,
  level text NOT NULL CHECK (level IN ('reduced', 'normal', 'tightened')),
  permille integer NOT NULL CHECK (permille BETWEEN 1 AND 1000),
  drawn boolean NOT NULL,
  step integer NOT NULL CHECK (step > 0),
  drawn_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('agreed', 'upheld', 'overruled')),
  outcome_step integer CHECK (outcome_step > step),
  UNIQUE (case_id, case_version),
  UNIQUE (plan_id, account_id, step),
  CHECK (num_nulls(outcome, outcome_step) IN (0, 2)),
  CHECK (drawn OR outcome IS NULL)
);
CREATE INDEX sample_draw_plan ON sample_draw (plan_id, place);
CREATE INDEX sample_draw_open ON sample_draw (case_id) WHERE drawn AND outcome IS NULL;
`
