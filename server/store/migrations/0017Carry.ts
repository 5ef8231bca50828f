/** Hand-carry bundles of each device: how far either direction has counted, and which commands the last one brought. */
export const carryMigration = `
CREATE TABLE carry (
  device_id uuid PRIMARY KEY REFERENCES device (id),
  number_out integer NOT NULL DEFAULT 0,
  number_in integer NOT NULL DEFAULT 0,
  command_ids uuid[] NOT NULL DEFAULT '{}'
);
`
