import type { Queryable } from './database'
import { readCalls } from './calls'
import { readCertificates } from './certificates'
import { readDeliveries } from './confirmations'
import { readNotes } from './notes'
import { readNotices, smsStandOf, type SmsColumns } from './notices'
import {
  TIMELINE_KINDS,
  type AcknowledgedDecision,
  type Case,
  type CaseDocument,
  type CaseRound,
} from '../../shared/protocol/case'
import type { CaseState } from '../../shared/filing/caseStates'

interface CaseRow {
  readonly id: string
  readonly order_number: string
  readonly account_id: string
  readonly version: number
  readonly state: CaseState
  readonly province: string
  readonly rule_pack: string
  readonly due_at: Date
}

/** A case as it stands, with who has it. */
export interface HeldCase {
  readonly filingCase: Case
  readonly holder: { readonly userId: string; readonly token: number; readonly since: number } | null
}

/**
 * The whole case with its holder at this instant, or null, also when it was purged. `lock`: nobody changes it until the transaction ends.
 */
export async function findCase(
  tx: Queryable,
  caseId: string,
  now: number,
  lock: 'lock' | 'look' = 'look',
): Promise<HeldCase | null> {
  const [row] = await tx.query<CaseRow & HoldColumns & SmsColumns>(
    `SELECT id, order_number, account_id, version, state, province, rule_pack, due_at,
       sms_hours, sms_on_failure, sms_due_at, hold_account_id, hold_token, hold_since, hold_expires_at
     FROM filing_case WHERE id = $1 AND purged_at IS NULL ${lock === 'lock' ? 'FOR UPDATE' : ''}`,
    [caseId],
  )
  if (!row) {
    return null
  }
  const filingCase = {
    id: row.id,
    orderNumber: row.order_number,
    accountId: row.account_id,
    version: row.version,
    state: row.state,
    province: row.province,
    rulePack: row.rule_pack,
    dueAt: row.due_at.toISOString(),
    rounds: await readRounds(tx, caseId),
    decisions: await readDecisions(tx, caseId),
    timeline: await readTimeline(tx, caseId),
    notices: await readNotices(tx, caseId),
    ...(await readCertificates(tx, caseId)),
    ...(await readDeliveries(tx, caseId)),
    ...(await readCalls(tx, caseId)),
    ...(await readNotes(tx, caseId)),
    sms: smsStandOf(row),
  }
  return { filingCase, holder: holderOf(row, now) }
}

type HoldColumns =
  | { readonly hold_account_id: null }
  | {
      readonly hold_account_id: string
      readonly hold_token: number
      readonly hold_since: Date
      readonly hold_expires_at: Date
    }

function holderOf(row: HoldColumns, now: number): HeldCase['holder'] {
  if (row.hold_account_id === null || row.hold_expires_at.getTime() <= now) {
    return null
  }
  return { userId: row.hold_account_id, token: row.hold_token, since: row.hold_since.getTime() }
}

async function readRounds(tx: Queryable, caseId: string): Promise<CaseRound[]> {
  const rounds = await tx.query<{
    round: number
    submitted_at: Date
    application: CaseRound['application']
  }>('SELECT round, submitted_at, application FROM case_round WHERE case_id = $1 ORDER BY round', [caseId])
  const documents = await tx.query<{ round: number } & DocumentRow>(
    `SELECT round, document_id, kind, face, owner, service_id, file_name, sha256, bytes, media_type, received_at
     FROM case_document WHERE case_id = $1 ORDER BY round, position`,
    [caseId],
  )
  return rounds.map(({ round, submitted_at: submittedAt, application }) => ({
    round,
    submittedAt: submittedAt.toISOString(),
    application,
    documents: documents.filter((document) => document.round === round).map(documentOf),
  }))
}

interface DocumentRow {
  readonly document_id: string
  readonly kind: CaseDocument['kind']
  readonly face: CaseDocument['face']
  readonly owner: CaseDocument['owner']
  readonly service_id: string | null
  readonly file_name: string
  readonly sha256: string
  readonly bytes: number
  readonly media_type: CaseDocument['mediaType']
  readonly received_at: Date
}

function documentOf(row: DocumentRow): CaseDocument {
  return {
    id: row.document_id,
    kind: row.kind,
    face: row.face,
    owner: row.owner,
    ...(row.service_id === null ? {} : { serviceId: row.service_id }),
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: row.bytes,
    mediaType: row.media_type,
    receivedAt: row.received_at.toISOString(),
  }
}

async function readDecisions(tx: Queryable, caseId: string): Promise<AcknowledgedDecision[]> {
  const rows = await tx.query<{
    command_id: string
    round: number
    case_version: number
    content: AcknowledgedDecision['decision']
    account_id: string
    display_name: string
    decided_at: Date
    audit_hash: string
  }>(
    `SELECT command_id, round, case_version, content, account_id, display_name, decided_at, audit_hash
     FROM decision JOIN account ON account.id = account_id WHERE case_id = $1 ORDER BY case_version`,
    [caseId],
  )
  return rows.map((row) => ({
    commandId: row.command_id,
    round: row.round,
    caseVersion: row.case_version,
    decision: row.content,
    decidedBy: { userId: row.account_id, displayName: row.display_name },
    decidedAt: row.decided_at.toISOString(),
    auditHash: row.audit_hash,
  }))
}

async function readTimeline(tx: Queryable, caseId: string): Promise<Case['timeline']> {
  const rows = await tx.query<{
    at: Date
    kind: (typeof TIMELINE_KINDS)[number]
    round: number
    display_name: string | null
  }>(
    `SELECT at, kind, round, display_name FROM audit_entry LEFT JOIN account ON account.id = actor_id
     WHERE case_id = $1 AND kind = ANY ($2::text[]) ORDER BY sequence`,
    [caseId, TIMELINE_KINDS],
  )
  return rows.map((row) => ({
    at: row.at.toISOString(),
    kind: row.kind,
    round: row.round,
    actor: row.display_name,
  }))
}
