/** Rule packs that supervisors import, and what a proposal would change in the open queue. */
export const rulePacksMigration = `
CREATE TABLE rule_pack (
  id uuid PRIMARY KEY,
  version text NOT NULL,
  effective_from text NOT NULL,
  digest text NOT NULL CHECK (length(digest) = 64),
  -- The key that signed it, kept whole: a pack stays provable when the key is no longer taken for new ones.
  key_id text NOT NULL,
  key_name text NOT NULL,
  public_key text NOT NULL,
  -- json, not jsonb: what was signed stays as it came.
  files json NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'active', 'withdrawn')),
  proposed_by uuid NOT NULL REFERENCES account (id),
  proposed_at timestamptz NOT NULL,
  settled_by uuid REFERENCES account (id),
  settled_at timestamptz,
  -- Newest active version against which the dry run was made; another one asks for another dry run.
  dry_run_base text,
  dry_run_by uuid REFERENCES account (id),
  dry_run_at timestamptz,
  dry_run_cases integer,
  dry_run_unjudged integer,
  CHECK ((state = 'proposed') = (settled_by IS NULL)),
  CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
  CHECK (num_nulls(dry_run_base, dry_run_by, dry_run_at, dry_run_cases, dry_run_unjudged) IN (0, 5)),
  -- Nobody activates what they proposed themselves, whatever the code above thinks.
  CHECK (state <> 'active' OR (settled_by <> proposed_by AND dry_run_at IS NOT NULL))
);
CREATE UNIQUE INDEX rule_pack_version ON rule_pack (version) WHERE state <> 'withdrawn';

CREATE TABLE dry_run_change (
  pack_id uuid NOT NULL REFERENCES rule_pack (id),
  case_id uuid NOT NULL REFERENCES filing_case (id),
  rule_id text NOT NULL,
  kind text NOT NULL,
  before_verdict text,
  before_blocking boolean,
  after_verdict text,
  after_blocking boolean,
  PRIMARY KEY (pack_id, case_id, rule_id)
);
CREATE INDEX dry_run_change_rule ON dry_run_change (pack_id, rule_id);
`
