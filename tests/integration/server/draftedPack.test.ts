import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { DATABASE_KINDS } from '../../helpers/serverDatabase'
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'
import { proposePack, samePack, sendPack, writeProviderKeys, zipFiles } from '../../helpers/serverPacks'
import { HUMAN_LINE, TEST_PACK } from '../../helpers/serverRulePack'
import { draftPack } from '../../../shared/rules/draft/draftPack'
import type { RuleProposals } from '../../../shared/rules/draft/ruleProposals'

const WORDS = {
  title: { zh: '再看一次', en: 'Look again' },
  requirement: { zh: '请再核对一次。', en: 'Look once more.' },
  from: '2026-10-01',
  to: '2026-10-31',
}
const PROPOSALS: RuleProposals = {
  ...{ format: 'beian-desk/rule-proposals', version: 1, madeOn: '2026-11-20', basedOn: TEST_PACK },
  effectiveFrom: '2026-11-20',
  proposals: [
    { kind: 'escape', ...WORDS, ruleId: HUMAN_LINE, answered: 40, escaped: 3 },
    {
      ...{ kind: 'uncovered', ...WORDS, province: '330000', group: 'service', filings: 2 },
      ...{ filingTypes: ['change'], reasonIds: [] },
    },
  ],
}

describe.each(DATABASE_KINDS)('A drafted rule pack (%s)', { timeout: TEST_TIMEOUT }, (kind) => {
  let server: TestServer
  let wang: TestClient
  let sun: TestClient

  beforeAll(async () => {
    server = await startTestServer(kind)
    await server.restart({ rulePackKeysFile: await writeProviderKeys(server.place.folder) })
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it('goes the way of every pack, and blocks nothing on it', async () => {
    const options = { province: '330000', filingType: 'change', nature: 'enterprise' } as const
    await receiveFiling(server, { ...options, seed: 'drafted-1' })
    const draft = draftPack(samePack(TEST_PACK), PROPOSALS)
    const files = draft.ok ? draft.value : {}
    expect(await sendPack(server, wang, zipFiles(files))).toMatchObject({ reply: { outcome: 'refused' } })

    const packId = await proposePack(server, wang, files)
    expect(await sun.refused('activateRulePack', { params: { packId } })).toMatchObject({ code: 'conflict' })
    const { dryRun } = await wang.granted('dryRunRulePack', { params: { packId } })
    expect(dryRun).toMatchObject({
      counts: { appears: 2, vanishes: 0, 'starts-blocking': 0, 'stops-blocking': 0, verdict: 0 },
    })
    expect(await wang.refused('activateRulePack', { params: { packId } })).toMatchObject({
      code: 'self-approval',
    })
    expect(await sun.granted('activateRulePack', { params: { packId } })).toMatchObject({ state: 'active' })

    const later = await receiveFiling(server, { ...options, seed: 'drafted-2' })
    const li = await server.signIn('li.na')
    const pass = decision('pass', { rulePack: '2026-11-20' })
    expect(await decideCase(server, li, later, pass)).toMatchObject({ outcome: 'applied' })
  })
})
