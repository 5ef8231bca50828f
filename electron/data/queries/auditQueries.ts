import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../shared/canonicalJson'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'

/** What happened here. Details carry codes, versions and ids, never anything of an applicant. */
export interface AuditEvent {
  readonly at: string
  readonly actor: string
  readonly action:
    | 'drawn-offline'
    | 'decided'
    | 'submission-recorded'
    | 'notice-recorded'
    | 'rule-pack-adopted'
    | 'command-applied'
    | 'command-refused'
    | 'refused-settled'
    | 'case-dropped'
    | 'reuse-opened'
  readonly caseId: string
  readonly detail: Readonly<Record<string, string | number>>
}

interface AuditRow {
  readonly sequence: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly caseId: string
  readonly detailJson: string
  readonly previousHash: string
  readonly hash: string
}

const BEGINNING = '0'.repeat(64)
const ENTRY = `SELECT sequence, at, actor, action, case_id AS caseId, detail_json AS detailJson,
  previous_hash AS previousHash, hash FROM audit_entry`

/** The device's audit chain: each entry's hash covers the entry and the hash before it. */
export function createAuditQueries(db: WritableDb) {
  const selectLast = prepareRead<AuditRow>(db, `${ENTRY} ORDER BY sequence DESC LIMIT 1`)
  const selectAll = prepareRead<AuditRow>(db, `${ENTRY} ORDER BY sequence`)
  const insert = prepareWrite<AuditRow>(
    db,
    `INSERT INTO audit_entry (sequence, at, actor, action, case_id, detail_json, previous_hash, hash)
     VALUES (:sequence, :at, :actor, :action, :caseId, :detailJson, :previousHash, :hash)`,
  )

  return {
    append(event: AuditEvent): void {
      const last = selectLast.get(NO_PARAMETERS)
      const entry = {
        sequence: (last?.sequence ?? 0) + 1,
        at: event.at,
        actor: event.actor,
        action: event.action,
        caseId: event.caseId,
        detailJson: canonicalJson(event.detail),
        previousHash: last?.hash ?? BEGINNING,
      }
      insert.run({ ...entry, hash: hashOf(entry) })
    },
    /** Whether every entry is as it was written, in its place, with none missing between. */
    isIntact(): boolean {
      let previous = { sequence: 0, hash: BEGINNING }
      for (const entry of selectAll.all(NO_PARAMETERS)) {
        const follows = entry.sequence === previous.sequence + 1 && entry.previousHash === previous.hash
        if (!follows || entry.hash !== hashOf(entry)) {
          return false
        }
        previous = entry
      }
      return true
    },
  }
}

function hashOf(entry: Omit<AuditRow, 'hash'>): string {
  const { sequence, at, actor, action, caseId, detailJson, previousHash } = entry
  const content = canonicalJson({ sequence, at, actor, action, caseId, detailJson })
  return createHash('sha256').update(`${previousHash}\n${content}`).digest('hex')
}
