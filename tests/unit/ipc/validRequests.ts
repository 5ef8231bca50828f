import type { CallName, RequestOf } from '../../../shared/ipc/contract'

const ID = '01999f3c-7a10-7cc1-8a55-0d5f5a1f0001'

/** One request per call that the contract accepts, with every optional field filled in, so that each can be broken. */
export const validRequests: { readonly [N in CallName]: RequestOf<N> } = {
  'session.read': {},
  'session.signIn': { username: 'reviewer', password: 'correct horse' },
  'session.signOut': {},
  'settings.read': {},
  'settings.change': { language: 'zh', theme: 'dark', density: 'dense' },
  'queue.list': {
    filter: {
      view: 'open',
      states: ['pending-review'],
      provinces: ['330000'],
      filingTypes: ['first-filing'],
      entityKinds: ['organization'],
      overdueOnly: true,
      text: '星河',
    },
    sort: 'due',
    descending: false,
    offset: 0,
    limit: 200,
  },
  'queue.facets': {},
  'queue.item': { caseId: ID },
  'case.drawNext': {},
  'case.draw': { caseId: ID },
  'case.release': { caseId: ID },
  'case.read': { caseId: ID },
  'case.saveDraft': {
    caseId: ID,
    draft: {
      answers: [{ lineId: 'desk:order', verdict: 'not-ok', note: '号码不一致' }],
      reasons: [{ reasonId: 'licence-expired', field: 'entity', problem: '执照过期', advice: '更新执照' }],
      internalNote: '电话已核',
      pins: [
        { number: 1, documentId: 'd01', page: 2, x: 0.5, y: 0.5, note: '此处模糊', lineId: 'desk:order' },
      ],
      corrections: [{ documentId: 'd01', field: 'company', read: '星诃', value: '星河' }],
    },
  },
  'case.decide': {
    caseId: ID,
    verdict: 'return',
    reasons: [{ reasonId: 'licence-expired', field: 'entity', problem: '执照过期', advice: '更新执照' }],
    internalNote: '电话已核',
  },
  'case.recordNotice': {
    caseId: ID,
    notice: {
      kind: 'rejected',
      reasons: [{ field: '网站名称', problem: '名称不规范', advice: '请改为与内容相符的名称' }],
    },
  },
  'case.adoptRulePack': { caseId: ID, version: '2026-12-01' },
  'reuse.search': { caseId: ID },
  'reuse.open': { caseId: ID, documentId: 'd01', other: { caseId: ID, round: 1, documentId: 'd02' } },
  'rules.overview': {},
  'rules.diff': { packId: ID },
  'rules.import': {},
  'rules.dryRun': { packId: ID },
  'rules.dryRunChanges': { packId: ID, ruleId: 'national:age', offset: 0, limit: 100 },
  'rules.activate': { packId: ID },
  'rules.withdraw': { packId: ID },
  'package.export': { caseId: ID },
  'package.list': {},
  'package.chooseFolder': {},
  'package.reveal': { packageId: ID },
  'package.recordSubmission': { packageId: ID },
  'sync.status': {},
  'sync.now': {},
  'sync.outbox': {},
  'sync.settleRefused': { commandId: ID },
  'calendar.now': {},
  'app.info': {},
}
