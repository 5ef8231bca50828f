/** What the administration issued with its approvals. Bytes are in the document store, by hash, like those of documents. */
export const certificatesMigration = `
CREATE TABLE case_certificate (
  case_id uuid NOT NULL,
  -- The notice of the approval.
  approval integer NOT NULL,
  edition integer NOT NULL CHECK (edition > 0),
  sha256 text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  account_id uuid NOT NULL REFERENCES account (id),
  received_at timestamptz NOT NULL,
  audit_hash text NOT NULL REFERENCES audit_entry (hash),
  PRIMARY KEY (case_id, approval, edition),
  FOREIGN KEY (case_id, approval) REFERENCES case_notice (case_id, case_version)
);
CREATE INDEX case_certificate_sha256 ON case_certificate (sha256);
`
