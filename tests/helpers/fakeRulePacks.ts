import type { ReplyOf } from '../../shared/ipc/contract'
import type { ChangeCounts, PackOverview } from '../../shared/protocol/rulePacks'
import type { User } from '../../shared/protocol/apiModels'
import type { PackDiff } from '../../shared/rules/diffPacks'

const PACK_ID = '0199e000-0000-7000-8000-000000000001'
const COLLEAGUE = { userId: '0199e000-0000-7000-8000-0000000000aa', by: '周敏' }
const KEYS = {
  development: { keyId: 'adb73b60b44cfb77', name: 'Beian Desk development', publicKey: 'A'.repeat(43) },
  provider: { keyId: '5d1c0f3a9be27764', name: '示例云规则组', publicKey: 'B'.repeat(43) },
}
const LANDLINE = { zh: '手机号码须为本人实名', en: 'Mobile number in the person’s own name' }
const REMARKS = { zh: '服务备注写明网站内容', en: 'Remarks say what the website is about' }
const AGE = { zh: '负责人年满十八周岁', en: 'Principal is of age' }

const BUNDLED: PackOverview = {
  packId: null,
  version: '2026-11-21',
  effectiveFrom: '2005-03-20',
  title: {
    zh: '全国与各省规则（2026-11-21整理）',
    en: 'National and provincial rules as gathered on 2026-11-21',
  },
  origin: 'bundled',
  state: 'active',
  digest: 'ab'.repeat(32),
  key: KEYS.development,
  rules: 991,
  openCases: 214,
  proposed: null,
  settled: null,
  dryRun: null,
}

const DIFF: PackDiff = {
  from: { version: '2026-11-21', effectiveFrom: '2005-03-20' },
  to: { version: '2026-12-01', effectiveFrom: '2026-12-01' },
  added: [{ id: '330000:remarks-content', title: REMARKS }],
  removed: [],
  ended: [
    {
      id: '330000:mobile-real-name',
      title: LANDLINE,
      fields: [{ field: 'effectiveTo', before: null, after: '2026-11-30' }],
    },
  ],
  changed: [
    {
      id: 'national:principal-age',
      title: AGE,
      fields: [
        {
          field: 'requirement.zh',
          before: '负责人应年满十八周岁。',
          after: '主体与服务负责人均应年满十八周岁。',
        },
        { field: 'severity', before: 'warn', after: 'return' },
      ],
    },
  ],
}

const none: ChangeCounts = {
  appears: 0,
  vanishes: 0,
  'starts-blocking': 0,
  'stops-blocking': 0,
  verdict: 0,
}

interface FakeRules {
  'rules.overview': () => ReplyOf<'rules.overview'>
  'rules.diff': () => ReplyOf<'rules.diff'>
  'rules.import': () => ReplyOf<'rules.import'>
  'rules.dryRun': () => ReplyOf<'rules.dryRun'>
  'rules.dryRunChanges': (request: { readonly ruleId?: string | undefined }) => ReplyOf<'rules.dryRunChanges'>
  'rules.activate': () => ReplyOf<'rules.activate'>
  'rules.withdraw': () => ReplyOf<'rules.withdraw'>
}

/** Rule packs of a fake server: the bundled one, and a proposal of a colleague that this person can bring into force. */
export function createFakeRules(user: User, now: () => Date): FakeRules {
  let proposal: PackOverview = {
    ...BUNDLED,
    packId: PACK_ID,
    version: '2026-12-01',
    effectiveFrom: '2026-12-01',
    title: { zh: '2026年12月更新', en: 'Update of December 2026' },
    origin: 'imported',
    state: 'proposed',
    digest: 'cd'.repeat(32),
    key: KEYS.provider,
    openCases: 0,
    proposed: { ...COLLEAGUE, at: '2026-11-20T08:12:00.000Z' },
  }
  const changes: ReplyOf<'rules.dryRunChanges'>['changes'] = Array.from({ length: 24 }, (_, index) => ({
    caseId: `0199d000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    orderNumber: `BA-2026-${String(1100 + index * 7)}`,
    ...(index % 3 === 0
      ? {
          ruleId: 'national:principal-age',
          kind: 'starts-blocking' as const,
          before: { verdict: 'pass' as const, blocking: false },
          after: { verdict: 'fail' as const, blocking: true },
        }
      : {
          ruleId: '330000:remarks-content',
          kind: 'appears' as const,
          before: null,
          after: { verdict: null, blocking: true },
        }),
  }))
  const settle = (state: 'active' | 'withdrawn'): PackOverview => {
    const { id: userId, displayName: by } = user
    proposal = { ...proposal, state, settled: { userId, by, at: now().toISOString() } }
    return proposal
  }
  return {
    'rules.overview': () => ({
      inForce: '2026-11-21',
      packs: [proposal, BUNDLED],
      refused: [
        {
          name: '2026-11-28',
          problems: [
            {
              file: 'national.json',
              ruleId: 'national:principal-age',
              field: 'severity',
              message: 'Invalid option',
            },
          ],
        },
      ],
    }),
    'rules.diff': () => DIFF,
    'rules.import': () => ({ outcome: 'proposed', packId: PACK_ID, version: proposal.version }),
    'rules.dryRun': () => {
      proposal = {
        ...proposal,
        dryRun: {
          at: now().toISOString(),
          by: user.displayName,
          cases: 214,
          changedCases: 24,
          unjudged: 0,
          counts: { ...none, appears: 16, 'starts-blocking': 8 },
          rules: [
            {
              ruleId: '330000:remarks-content',
              title: REMARKS,
              cases: 16,
              counts: { ...none, appears: 16 },
            },
            {
              ruleId: 'national:principal-age',
              title: AGE,
              cases: 8,
              counts: { ...none, 'starts-blocking': 8 },
            },
          ],
        },
      }
      return proposal
    },
    'rules.dryRunChanges': ({ ruleId }) => {
      const found = changes.filter((change) => ruleId === undefined || change.ruleId === ruleId)
      return { total: found.length, changes: found }
    },
    'rules.activate': () => settle('active'),
    'rules.withdraw': () => settle('withdrawn'),
  }
}
