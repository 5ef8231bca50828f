import { exportedPackageSchema, type ExportedPackage } from '../../../shared/ipc/models'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'
import { parseStored } from './storedJson'

interface PackageRow {
  readonly body: string
  readonly submitted: number
}

/** Submission packages exported here. */
export function createPackageQueries(db: WritableDb) {
  const insert = prepareWrite<{ id: string; caseId: string; body: string }>(
    db,
    `INSERT INTO exported_package (id, case_id, body) VALUES (:id, :caseId, :body)
     ON CONFLICT (id) DO NOTHING`,
  )
  // The hand-over is a fact about the case as it was, whichever of its packages it was recorded with. A later round
  // is handed over anew.
  const packages = `SELECT body, EXISTS (SELECT 1 FROM exported_package other
      WHERE other.case_id = exported_package.case_id AND other.submission_command IS NOT NULL
        AND other.body ->> 'caseVersion' = exported_package.body ->> 'caseVersion') AS submitted
    FROM exported_package`
  const selectAll = prepareRead<PackageRow>(db, `${packages} ORDER BY sequence DESC`)
  const selectOne = prepareRead<PackageRow, { id: string }>(db, `${packages} WHERE id = :id`)
  const markSubmitted = prepareWrite<{ id: string; commandId: string }>(
    db,
    'UPDATE exported_package SET submission_command = :commandId WHERE id = :id',
  )
  const unmarkSubmitted = prepareWrite<{ commandId: string }>(
    db,
    'UPDATE exported_package SET submission_command = NULL WHERE submission_command = :commandId',
  )

  return {
    /** False when it was there already. */
    add(exported: ExportedPackage): boolean {
      return insert.run({ id: exported.id, caseId: exported.caseId, body: JSON.stringify(exported) }) > 0
    },
    /** The latest export first. */
    list: (): readonly ExportedPackage[] => selectAll.all(NO_PARAMETERS).map(toPackage),
    find(id: string): ExportedPackage | null {
      const row = selectOne.get({ id })
      return row === undefined ? null : toPackage(row)
    },
    markSubmitted(id: string, commandId: string): void {
      markSubmitted.run({ id, commandId })
    },
    /** The server refused the command and a person took it back: the hand-over can be recorded again. */
    unmarkSubmitted(commandId: string): void {
      unmarkSubmitted.run({ commandId })
    },
  }
}

function toPackage(row: PackageRow): ExportedPackage {
  const exported = parseStored(exportedPackageSchema, row.body, 'exported_package.body')
  return { ...exported, submitted: exported.submitted || row.submitted === 1 }
}
