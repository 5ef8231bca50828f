import { chosenCertificateSchema, type ChosenCertificate } from '../../../shared/ipc/certificates'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'

/** Certificates of approval that were chosen here. */
export function createCertificateQueries(db: WritableDb) {
  const CHOSEN = `SELECT c.case_id AS caseId, c.order_number AS orderNumber, c.file_name AS fileName, c.sha256, c.bytes,
    c.media_type AS mediaType, c.replaces, c.chosen_at AS chosenAt, c.problem FROM chosen_certificate c`
  const selectAll = prepareRead<unknown>(db, `${CHOSEN} ORDER BY c.chosen_at, c.case_id`)
  const selectOne = prepareRead<unknown, { caseId: string }>(db, `${CHOSEN} WHERE c.case_id = :caseId`)
  // The few that were chosen are the outer loop, whatever the planner thinks of the size of the queue.
  const selectSendable = prepareRead<unknown>(
    db,
    `${CHOSEN} CROSS JOIN queue_row q ON q.case_id = c.case_id
     WHERE c.problem IS NULL AND q.state = 'approved'
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.case_id = c.case_id AND o.state IN ('queued', 'sending', 'refused'))
     ORDER BY c.chosen_at, c.case_id`,
  )
  const upsert = prepareWrite<Omit<ChosenCertificate, 'problem'>>(
    db,
    `INSERT INTO chosen_certificate (case_id, order_number, file_name, sha256, bytes, media_type, replaces, chosen_at)
     VALUES (:caseId, :orderNumber, :fileName, :sha256, :bytes, :mediaType, :replaces, :chosenAt)
     ON CONFLICT (case_id) DO UPDATE SET order_number = excluded.order_number, file_name = excluded.file_name,
       sha256 = excluded.sha256, bytes = excluded.bytes, media_type = excluded.media_type,
       replaces = excluded.replaces, chosen_at = excluded.chosen_at, problem = NULL`,
  )
  const remove = prepareWrite<{ caseId: string }>(
    db,
    'DELETE FROM chosen_certificate WHERE case_id = :caseId',
  )
  const updateProblem = prepareWrite<{ caseId: string; problem: string }>(
    db,
    'UPDATE chosen_certificate SET problem = :problem WHERE case_id = :caseId',
  )
  const read = (row: unknown): ChosenCertificate => chosenCertificateSchema.parse(row)

  return {
    all: (): readonly ChosenCertificate[] => selectAll.all(NO_PARAMETERS).map(read),
    find(caseId: string): ChosenCertificate | null {
      const row = selectOne.get({ caseId })
      return row === undefined ? null : read(row)
    },
    sendable: (): readonly ChosenCertificate[] => selectSendable.all(NO_PARAMETERS).map(read),
    write({ problem: _, ...chosen }: ChosenCertificate): void {
      upsert.run(chosen)
    },
    remove: (caseId: string): boolean => remove.run({ caseId }) === 1,
    markProblem(caseId: string, problem: string): void {
      updateProblem.run({ caseId, problem })
    },
  }
}
