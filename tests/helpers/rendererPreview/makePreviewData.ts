import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { filingBundleSchema, type FilingBundle } from '../../../shared/domain/filing'
import { PROVINCES } from '../../../shared/domain/provinces'
import type { Finding } from '../../../shared/imaging/findings'
import type { CaseView, QueueItem } from '../../../shared/ipc/models'
import { currentRound, type Case, type CaseDocument, type CaseRound } from '../../../shared/protocol/case'
import type { Decision } from '../../../shared/review/decision'
import { MISSING_DOCUMENT_PREFIX, WHOLE_APPLICATION } from '../../../shared/review/reasonSubject'
import { requiredDocuments } from '../../../shared/rules/requiredDocuments'
import { resubmissionOf } from '../../../shared/review/resubmission'
import type { Evidence } from '../../../shared/rules/checklist'
import type { JudgedCase } from '../../../shared/rules/judgedCase'
import type { RulePack } from '../../../shared/rules/rulePack'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import { readShippedRulePack } from '../shippedRulePack'

/**
 * Turns a folder of specimen bundles into what the fake shell serves to the screens.
 * `npx tsx tests/helpers/rendererPreview/makePreviewData.ts SPECIMENS OUT`
 */
const NOW = '2026-11-21T02:32:00.000Z'
const ROWS = 340
const COLLEAGUES = ['陈静', '刘洋', '孙丽华']

async function main(specimens: string, out: string): Promise<void> {
  const pack = await readShippedRulePack()
  const folders = (await readdir(path.join(specimens, 'queue'))).sort()
  const views: CaseView[] = []
  const items: QueueItem[] = []
  for (const [index, folder] of folders.entries()) {
    const from = path.join(specimens, 'queue', folder)
    const bundle = filingBundleSchema.parse(
      JSON.parse(await readFile(path.join(from, 'filing.json'), 'utf8')),
    )
    const caseId = `0199d000-0000-7000-8000-${String(index).padStart(12, '0')}`
    const documents = path.join(out, 'documents', caseId)
    const first = await toCase(bundle, caseId, from, documents)
    const filingCase = await withLaterRound(first, pack, specimens, documents)
    items.push(toItem(filingCase, index))
    views.push(toView(filingCase, pack, index))
  }
  for (let index = items.length; index < ROWS; index++) {
    const base = items[index % folders.length]
    if (base !== undefined) {
      items.push(copyOf(base, index))
    }
  }
  await writeFile(path.join(out, 'preview.json'), JSON.stringify({ now: NOW, items, views }))
  const lines = views[0]?.checklist ?? []
  process.stdout.write(`${items.length} rows, ${views.length} cases, first has ${lines.length} lines\n`)
}

/** The case in its second round where the specimens have one, returned for what the machine found. */
async function withLaterRound(
  filingCase: Case,
  pack: RulePack,
  specimens: string,
  out: string,
): Promise<Case> {
  const from = path.join(specimens, 'later', `${filingCase.orderNumber}-r2`)
  const text = await readFile(path.join(from, 'filing.json'), 'utf8').catch(() => null)
  if (text === null) {
    return filingCase
  }
  const round = await toRound(filingBundleSchema.parse(JSON.parse(text)), from, out)
  const lines = checklistOf(pack, filingCase)
  const failed = lines.filter(({ machine, blocking }) => blocking && machine?.verdict === 'fail')
  const decision: Decision = {
    verdict: 'return',
    rulePack: pack.version,
    lines: lines.map(({ id, machine, blocking }) => ({
      lineId: id,
      machine: machine?.verdict ?? null,
      verdict: machine?.verdict === 'fail' || !blocking ? 'not-looked-at' : 'ok',
    })),
    findings: [],
    reasons: [
      ...failed.map(({ title, requirement, machine, reasonIds: [reasonId] }) => ({
        ...(reasonId === undefined ? {} : { reasonId }),
        field: subjectOf(machine?.evidence[0]),
        problem: title.zh,
        advice: requirement.zh,
      })),
      { field: 'application.entity.mailingAddress', problem: '通信地址请写到门牌号', advice: '补充门牌号' },
    ],
  }
  const decidedBy = { userId: '0199d000-0000-7000-a000-000000000001', displayName: '陈静' }
  const made = {
    commandId: '0199d000-0000-7000-a000-00000000c001',
    round: 1,
    caseVersion: 2,
    decision,
    decidedBy,
  }
  return {
    ...filingCase,
    version: 3,
    rounds: [...filingCase.rounds, round],
    decisions: [{ ...made, decidedAt: '2026-11-20T06:12:00.000Z', auditHash: 'a'.repeat(64) }],
  }
}

function subjectOf(evidence: Evidence | undefined): string {
  switch (evidence?.kind) {
    case 'field':
      return evidence.path
    case 'document':
      return evidence.documentId
    case 'missing-document':
      return MISSING_DOCUMENT_PREFIX + evidence.documentKind
    case undefined:
      return WHOLE_APPLICATION
  }
}

function checklistOf(pack: RulePack, judged: JudgedCase): CaseView['checklist'] {
  return evaluateChecklist(pack, judged, '2026-11-21')
}

async function toRound(bundle: FilingBundle, from: string, out: string): Promise<CaseRound> {
  const documents: CaseDocument[] = []
  const folder = path.join(out, String(bundle.round))
  await mkdir(folder, { recursive: true })
  for (const { id, kind, face, owner, serviceId, file } of bundle.documents) {
    const source = path.join(from, file)
    await cp(source, path.join(folder, `${id}.jpg`))
    documents.push({
      id,
      kind,
      face,
      owner,
      ...(serviceId === undefined ? {} : { serviceId }),
      fileName: path.basename(file),
      sha256: createHash('sha256')
        .update(await readFile(source))
        .digest('hex'),
      bytes: (await stat(source)).size,
      mediaType: 'image/jpeg',
      receivedAt: bundle.submittedAt,
    })
  }
  const { round, submittedAt, application } = bundle
  return { round, submittedAt, application, documents }
}

async function toCase(bundle: FilingBundle, caseId: string, from: string, out: string): Promise<Case> {
  const round = await toRound(bundle, from, out)
  return {
    id: caseId,
    orderNumber: bundle.orderNumber,
    accountId: bundle.accountId,
    version: 1,
    state: 'pending-review',
    province: bundle.province,
    rulePack: '2026-11-21',
    dueAt: new Date(Date.parse(bundle.submittedAt) + 24 * 3600_000).toISOString(),
    rounds: [round],
    decisions: [],
    timeline: [{ at: bundle.submittedAt, kind: 'received', round: 1, actor: null }],
  }
}

function toItem(filingCase: Case, index: number): QueueItem {
  const round = currentRound(filingCase)
  const { application } = round
  const services = 'services' in application ? application.services : []
  const isPerson = application.entity.kind === 'individual'
  return {
    id: filingCase.id,
    orderNumber: filingCase.orderNumber,
    version: 1,
    round: round.round,
    state: filingCase.state,
    filingType: application.filingType,
    province: filingCase.province,
    entityKind: application.entity.kind,
    entityName: isPerson ? `${application.entity.name.slice(0, 1)}＊＊` : application.entity.name,
    serviceNames: services.map((service) => service.name),
    serviceKinds: services.map((service) => service.kind),
    documentCount: round.documents.length,
    submittedAt: round.submittedAt,
    dueAt: filingCase.dueAt,
    holder: null,
    isLocal: false,
    unsent: null,
    workingMinutesLeft: index * 11 - 95,
  }
}

function copyOf(base: QueueItem, index: number): QueueItem {
  const states = ['pending-review', 'photo-review', 'passed', 'returned', 'escalated', 'submitted'] as const
  const state = states[Math.max(0, (index % 11) - 5)] ?? 'pending-review'
  const colleague = COLLEAGUES[index % 7]
  const since = new Date(Date.parse(NOW) - index * 60_000).toISOString()
  return {
    ...base,
    id: `0199d000-0000-7000-9000-${String(index).padStart(12, '0')}`,
    orderNumber: `${base.orderNumber.slice(0, -4)}${String(5000 + index)}`,
    state,
    round: index % 9 === 0 ? 2 : 1,
    province: PROVINCES[index % PROVINCES.length]?.code ?? base.province,
    submittedAt: new Date(Date.parse(base.submittedAt) + index * 90_000).toISOString(),
    dueAt: new Date(Date.parse(base.dueAt) + index * 90_000).toISOString(),
    workingMinutesLeft: 60 + index,
    holder:
      colleague === undefined || state !== 'pending-review'
        ? null
        : {
            userId: `0199d000-0000-7000-a000-${String(index % 7).padStart(12, '0')}`,
            displayName: colleague,
            kind: 'hold',
            since,
            expiresAt: NOW,
          },
  }
}

function toView(filingCase: Case, pack: RulePack, index: number): CaseView {
  const { documents } = currentRound(filingCase)
  const earlier = filingCase.rounds.slice(0, -1)
  return {
    case: filingCase,
    hold: null,
    drawReason: null,
    workingMinutesLeft: index * 11 - 95,
    checklist: checklistOf(pack, filingCase),
    findings: documents.flatMap((document, at) => (at === 3 ? [] : findingsFor(document, at))),
    documentStates: Object.fromEntries(
      documents.map((document, at) => [document.id, at === 5 ? 'pending' : 'stored']),
    ),
    readings: Object.fromEntries(documents.map((document) => [document.id, []])),
    earlierDocuments: earlier.toReversed().map((round) => ({
      round: round.round,
      findings: round.documents.flatMap((document, at) => findingsFor(document, at)),
      documentStates: Object.fromEntries(round.documents.map(({ id }) => [id, 'stored' as const])),
    })),
    certificatePapers: [],
    packOffer: null,
    requiredDocuments: [...requiredDocuments(pack, filingCase, NOW.slice(0, 10))],
    resubmission: resubmissionOf(filingCase, (_version, judged) => checklistOf(pack, judged)),
    draft: { answers: [], reasons: [], internalNote: '' },
    outbox: [],
  }
}

/** Plausible measurements; one page is blurred and one has its seal outlined. */
function findingsFor(document: CaseDocument, at: number): readonly Finding[] {
  const sharpness = at === 1 ? 41.3 : 182.6
  const base: Finding[] = [
    { documentId: document.id, check: 'resolution', verdict: 'pass', value: 1.6, threshold: 0.5, unit: 'MP' },
    {
      documentId: document.id,
      check: 'sharpness',
      verdict: at === 1 ? 'fail' : 'pass',
      value: sharpness,
      threshold: 60,
      unit: '',
    },
    { documentId: document.id, check: 'colour', verdict: 'pass', value: 18.2, threshold: 6, unit: '' },
  ]
  if (document.kind !== 'business-licence') {
    return base
  }
  const region = { x: 0.62, y: 0.62, width: 0.2, height: 0.24 }
  return [
    ...base,
    {
      documentId: document.id,
      check: 'red-seal',
      verdict: 'unsure',
      value: 0.8,
      threshold: 1,
      unit: '%',
      region,
    },
  ]
}

const [specimens, out] = process.argv.slice(2)
if (specimens === undefined || out === undefined) {
  throw new Error('Usage: makePreviewData SPECIMENS OUT')
}
await main(specimens, out)
