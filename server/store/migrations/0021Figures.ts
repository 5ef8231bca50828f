/**
 * What the supervisor's figures are counted from: how a decision stands to the deadline that held when it was made, what
 * lines of each rule came to on each day, and which rule a reason of an administration's rejection speaks of.
 */
export const figuresMigration = `
ALTER TABLE decision ADD COLUMN verdict text;
ALTER TABLE decision ADD COLUMN due_at timestamptz;
UPDATE decision SET verdict = content ->> 'verdict';
-- The deadline of an earlier round is not kept anywhere: such decisions are counted, and in no share.
UPDATE decision SET due_at = filing_case.due_at FROM filing_case
WHERE filing_case.id = decision.case_id AND filing_case.round = decision.round;
CREATE INDEX decision_time ON decision (decided_at) INCLUDE (verdict, due_at, account_id);

-- Days are those of China. Numbers alone: they stay when a case is erased.
CREATE TABLE rule_day (
  day date NOT NULL,
  rule_id text NOT NULL,
  rule_pack text NOT NULL,
  decided integer NOT NULL DEFAULT 0,
  returned integer NOT NULL DEFAULT 0,
  answered integer NOT NULL DEFAULT 0,
  escaped integer NOT NULL DEFAULT 0,
  PRIMARY KEY (day, rule_id, rule_pack)
);
INSERT INTO rule_day (day, rule_id, rule_pack, decided, returned)
SELECT day, rule_id, rule_pack, count(*), count(*) FILTER (WHERE failed AND verdict = 'return')
FROM (
  SELECT ((decided_at AT TIME ZONE 'UTC') + interval '8 hours')::date AS day, line ->> 'lineId' AS rule_id,
    content ->> 'rulePack' AS rule_pack, decision.verdict, line ->> 'verdict' = 'not-ok' AS failed
  FROM decision, json_array_elements(content -> 'lines') AS line
  WHERE decision.verdict IN ('pass', 'return') AND line ->> 'verdict' IN ('ok', 'not-ok')
) AS judged
GROUP BY day, rule_id, rule_pack;

CREATE TABLE rejection_reason (
  case_id uuid NOT NULL,
  case_version integer NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  -- Null: no rule, or more than one, covers it.
  rule_id text,
  -- Of the pass that the rejection contradicts.
  rule_pack text NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, case_version, position),
  FOREIGN KEY (case_id, case_version) REFERENCES case_notice (case_id, case_version)
);
CREATE INDEX rejection_reason_time ON rejection_reason (recorded_at);
`
