/** The register of submission packages that left the desk. A case that is purged keeps its entries: they hold no personal data. */
export const exportsMigration = `
CREATE TABLE package_export (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  case_id uuid NOT NULL REFERENCES filing_case (id),
  case_version integer NOT NULL CHECK (case_version > 0),
  rule_pack text NOT NULL,
  application_version text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes > 0),
  purpose text NOT NULL,
  note text NOT NULL,
  encrypted boolean NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  exported_at timestamptz NOT NULL
);
CREATE INDEX package_export_case ON package_export (case_id, case_version);
`
