import { createHash, randomBytes } from 'node:crypto'
import { BEGINNING } from '../../../shared/audit/auditCrypto'
import { deviceEntryHash, type DeviceEntry } from '../../../shared/audit/chainEntries'
import { canonicalJson } from '../../../shared/canonicalJson'
import { sealChange } from '../../common/crypto/sealChange'
import { NO_PARAMETERS, prepareRead, prepareWrite, type WritableDb } from '../connection/handles'

/** Stands where a case would, in entries about the desk as a whole. */
export const NO_CASE = '00000000-0000-0000-0000-000000000000'

/** What happened here. Details carry codes, versions and ids, never anything of an applicant. */
export interface AuditEvent {
  readonly at: string
  readonly actor: string
  readonly action:
    | 'drawn-offline'
    | 'decided'
    | 'corrected'
    | 'submission-recorded'
    | 'notice-recorded'
    | 'rule-pack-adopted'
    | 'command-applied'
    | 'command-refused'
    | 'refused-settled'
    | 'late-decision-answered'
    | 'deletion-allowed'
    | 'queue-rows-removed'
    | 'case-dropped'
    | 'case-purged'
    | 'document-opened'
    | 'case-revealed'
    | 'dialled'
    | 'call-recorded'
    | 'note-left'
    | 'certificate-chosen'
    | 'certificate-dropped'
    | 'shift-changed'
    | 'package-exported'
    | 'reuse-opened'
    | 'desk-recovered'
    | 'desk-enrolled'
    | 'bundle-carried-out'
    | 'bundle-carried-in'
  readonly caseId: string
  readonly detail: Readonly<Record<string, string | number>>
  /** What stood before and after; sealed under a key of the case, so that it may hold what is personal. */
  readonly change?: { readonly before: unknown; readonly after: unknown }
}

type StoredEntry = DeviceEntry & { readonly hash: string }
type LinkedEntry = StoredEntry & { readonly previousHash: string }

const ENTRY = `SELECT sequence, at, actor, action, case_id AS caseId, detail_json AS detailJson, sealed,
  previous_hash AS previousHash, hash FROM audit_entry`

/** The device's audit chain: each entry's hash covers the entry and the hash before it. */
export function createAuditQueries(db: WritableDb) {
  const selectLast = prepareRead<StoredEntry>(db, `${ENTRY} ORDER BY sequence DESC LIMIT 1`)
  const selectAll = prepareRead<LinkedEntry>(db, `${ENTRY} ORDER BY sequence`)
  const selectAfter = prepareRead<StoredEntry, { readonly sequence: number; readonly limit: number }>(
    db,
    `${ENTRY} WHERE sequence > :sequence ORDER BY sequence LIMIT :limit`,
  )
  const selectOne = prepareRead<StoredEntry, { readonly sequence: number }>(
    db,
    `${ENTRY} WHERE sequence = :sequence`,
  )
  const insert = prepareWrite<LinkedEntry>(
    db,
    `INSERT INTO audit_entry (sequence, at, actor, action, case_id, detail_json, sealed, previous_hash, hash)
     VALUES (:sequence, :at, :actor, :action, :caseId, :detailJson, :sealed, :previousHash, :hash)`,
  )
  const selectKey = prepareRead<{ readonly key: string }, { readonly caseId: string }>(
    db,
    'SELECT key FROM audit_case_key WHERE case_id = :caseId',
  )
  const insertKey = prepareWrite<{ readonly caseId: string; readonly key: string }>(
    db,
    'INSERT INTO audit_case_key (case_id, key) VALUES (:caseId, :key)',
  )

  function sealingKey(caseId: string): string {
    const known = selectKey.get({ caseId })
    if (known !== undefined) {
      return known.key
    }
    const key = randomBytes(32).toString('hex')
    insertKey.run({ caseId, key })
    return key
  }

  function sealedChange({ action, caseId, change }: AuditEvent): string | null {
    return change === undefined ? null : sealChange(sealingKey(caseId), `${action} ${caseId}`, change)
  }

  return {
    append(event: AuditEvent): void {
      const last = selectLast.get(NO_PARAMETERS)
      const previousHash = last?.hash ?? BEGINNING
      const entry: DeviceEntry = {
        sequence: (last?.sequence ?? 0) + 1,
        at: event.at,
        actor: event.actor,
        action: event.action,
        caseId: event.caseId,
        detailJson: canonicalJson(event.detail),
        sealed: sealedChange(event),
      }
      insert.run({ ...entry, previousHash, hash: deviceEntryHash({ sha256 }, previousHash, entry) })
    },
    last(): { readonly sequence: number; readonly hash: string } {
      return selectLast.get(NO_PARAMETERS) ?? { sequence: 0, hash: BEGINNING }
    },
    after: (sequence: number, limit: number): readonly StoredEntry[] => selectAfter.all({ sequence, limit }),
    /** Hash of an entry that is here; null when there is none. */
    hashAt(sequence: number): string | null {
      return sequence === 0 ? BEGINNING : (selectOne.get({ sequence })?.hash ?? null)
    },
    keyOf: (caseId: string): string | null => selectKey.get({ caseId })?.key ?? null,
    /** Whether every entry is as it was written, in its place, with none missing between. */
    isIntact(): boolean {
      let previous = { sequence: 0, hash: BEGINNING }
      for (const entry of selectAll.all(NO_PARAMETERS)) {
        const follows = entry.sequence === previous.sequence + 1 && entry.previousHash === previous.hash
        if (!follows || entry.hash !== deviceEntryHash({ sha256 }, previous.hash, entry)) {
          return false
        }
        previous = entry
      }
      return true
    },
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
