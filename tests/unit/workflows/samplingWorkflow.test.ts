import { createHash, createHmac } from 'node:crypto'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { createSamplingWorkflow } from '../../../electron/workflows/sampling/samplingWorkflow'
import { redrawRegister } from '../../../cli/sample/redrawRegister'
import type { ServerProblem } from '../../../electron/workflows/ports/reviewServerPort'
import { samplingRegisterFileSchema, type SamplingRegisterReply } from '../../../shared/protocol/sampling'
import { refusal, success } from '../../../shared/result'
import type { Right } from '../../../shared/review/rights'
import {
  drawMessage,
  isDrawn,
  type SampleEntry,
  type SamplingPlan,
} from '../../../shared/review/sampling/samplingPlan'

const SEED = 'ab'.repeat(32)
const PLAN: SamplingPlan = {
  id: v7(),
  terms: {
    rates: { reduced: 400, normal: 400, tightened: 400 },
    floors: [],
    rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
    blind: false,
  },
  seedSha256: createHash('sha256').update(Buffer.from(SEED, 'hex')).digest('hex'),
  startedBy: '王磊',
  startedAt: '2026-11-20T02:30:00.000Z',
  endedAt: '2026-11-21T02:30:00.000Z',
}
const REVIEWER = v7()

function entryOf(step: number): SampleEntry {
  const place = { caseId: v7(), round: 1, caseVersion: 1 }
  const hmac = createHmac('sha256', Buffer.from(SEED, 'hex')).update(drawMessage(place)).digest('hex')
  return {
    ...place,
    reviewerId: REVIEWER,
    province: '330000',
    filingType: 'change',
    level: 'normal',
    permille: 400,
    drawn: isDrawn(hmac, 400),
    step,
    outcome: null,
    outcomeStep: null,
  }
}

/** A workflow at a server that keeps this register, two entries a page. */
function makeWorkflow(
  entries: readonly SampleEntry[],
  problem: ServerProblem | null = null,
  token: string | null = 'token',
  isSaving = true,
) {
  const asked: Right[] = []
  const server = {
    sampling: () => Promise.resolve(refusal(problem ?? ('not-found' as const))),
    startSampling: () => Promise.resolve(refusal(problem ?? ('conflict' as const))),
    samplingRegister: (_: string, { after }: { readonly after: number }) => {
      const next = after + 2 < entries.length ? after + 2 : null
      const page: SamplingRegisterReply = {
        plan: PLAN,
        seed: SEED,
        entries: entries.slice(after, after + 2),
        next,
      }
      return Promise.resolve(problem === null ? success(page) : refusal(problem))
    },
  }
  const session = {
    requireRight: (right: Right) => {
      asked.push(right)
    },
    token: () => token,
  } as unknown as Parameters<typeof createSamplingWorkflow>[0]['session']
  const saved: { name: string; text: string }[] = []
  const desktop = {
    saveText: (name: string, text: string) => {
      saved.push({ name, text })
      return Promise.resolve(isSaving)
    },
  }
  return { workflow: createSamplingWorkflow({ server, session, desktop }), asked, saved }
}

describe('createSamplingWorkflow', () => {
  const register = [1, 2, 3, 4, 5].map(entryOf)

  it('draws every page of the register anew, here', async () => {
    const { workflow, asked } = makeWorkflow(register)
    expect(await workflow.redraw(PLAN.id)).toEqual({ passes: 5, problems: 0, first: null })
    expect(asked).toEqual(['read-sampling'])
  })

  it('tells of an entry on the last page that does not fit', async () => {
    const forged = register.map((entry, index) => (index === 4 ? { ...entry, drawn: !entry.drawn } : entry))
    const { workflow } = makeWorkflow(forged)
    expect(await workflow.redraw(PLAN.id)).toEqual({ passes: 5, problems: 1, first: 'draw-differs' })
  })

  it('saves every page of the register with the seed, without names, for whoever draws it anew', async () => {
    const { workflow, asked, saved } = makeWorkflow(register)
    expect(await workflow.saveRegister(PLAN.id)).toEqual({ fileName: 'sampling-register-2026-11-20.json' })
    expect(asked).toEqual(['read-sampling'])
    const [{ name, text } = { name: '', text: '' }] = saved
    expect(name).toBe('sampling-register-2026-11-20.json')
    expect(text).not.toContain(PLAN.startedBy)
    const file = samplingRegisterFileSchema.parse(JSON.parse(text))
    expect(file.entries).toEqual(register)
    expect(redrawRegister(file)).toMatchObject({ passes: 5, problems: [], seedSha256: PLAN.seedSha256 })
    const { workflow: cancelled } = makeWorkflow(register, null, 'token', false)
    expect(await cancelled.saveRegister(PLAN.id)).toEqual({ fileName: null })
  })

  it('asks for the right of planning before a plan begins, and says why the server took none', async () => {
    const { workflow, asked } = makeWorkflow(register)
    await expect(workflow.start(PLAN.terms)).rejects.toMatchObject({ failure: { code: 'nobody-else' } })
    expect(asked).toEqual(['plan-sampling'])
  })

  it.each([
    ['offline', 'offline'],
    ['busy', 'server-busy'],
    ['forbidden', 'forbidden'],
    ['protocol', 'unexpected'],
  ] as const)('says %s as %s', async (problem, code) => {
    const { workflow } = makeWorkflow(register, problem)
    await expect(workflow.read({})).rejects.toMatchObject({ failure: { code } })
    await expect(workflow.redraw(PLAN.id)).rejects.toMatchObject({ failure: { code } })
  })

  it('is not to be had without the server', async () => {
    const { workflow } = makeWorkflow(register, null, null)
    await expect(workflow.read({})).rejects.toMatchObject({ failure: { code: 'offline' } })
  })
})
