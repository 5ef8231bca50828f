import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { readShippedRulePack } from '../../helpers/shippedRulePack'
import { createControlWorkflow } from '../../../electron/workflows/sampling/controlWorkflow'
import type { ServerProblem } from '../../../electron/workflows/ports/reviewServerPort'
import type { ControlsReply } from '../../../shared/protocol/controls'
import { refusal, success } from '../../../shared/result'
import { detectionRate } from '../../../shared/review/controls/detectionRate'
import type { Right } from '../../../shared/review/rights'

const EMPTY: ControlsReply = {
  terms: null,
  stock: [],
  released: [],
  figures: { all: detectionRate([]), people: [], rules: [] },
}
const ZIP = Uint8Array.from([80, 75])
const RULE = 'desk:principal-certificate-valid'

/** A workflow whose person chooses that file, at a server that answers so. */
async function makeWorkflow(
  chosen: Uint8Array | 'too-large' | null = ZIP,
  problem: ServerProblem | null = null,
  token: string | null = 'token',
) {
  const asked: Right[] = []
  const sent: unknown[] = []
  const pack = await readShippedRulePack()
  const answer = () => Promise.resolve(problem === null ? success(EMPTY) : refusal(problem))
  const workflow = createControlWorkflow({
    server: {
      controls: answer,
      planControls: answer,
      endControl: answer,
      stockControl: (_, rules, archive) => {
        sent.push({ rules, archive })
        return Promise.resolve(success({ outcome: 'stocked', controlId: v7() }))
      },
    },
    session: {
      requireRight: (right: Right) => {
        asked.push(right)
      },
      token: () => token,
    } as unknown as Parameters<typeof createControlWorkflow>[0]['session'],
    desktop: { chooseZip: () => Promise.resolve(chosen) },
    rulePacks: { inForce: () => pack },
    now: () => '2026-11-23T02:00:00.000Z',
  })
  return { workflow, asked, sent, pack }
}

describe('createControlWorkflow', () => {
  it('offers the rules of the pack in force that the provider review asks', async () => {
    const { workflow, asked, pack } = await makeWorkflow()
    const { rules } = await workflow.read()
    expect(asked).toEqual(['read-controls'])
    const known = [...pack.general, ...Object.values(pack.byProvince).flat()]
    expect(rules.length).toBeGreaterThan(10)
    for (const { id } of rules) {
      expect(known.find((rule) => rule.id === id)?.stage).toBe('provider-review')
    }
  })

  it('sends the chosen bundle with the rules that its fault breaks', async () => {
    const { workflow, asked, sent } = await makeWorkflow()
    expect(await workflow.stock([RULE])).toMatchObject({ outcome: 'stocked' })
    expect(asked).toEqual(['plan-controls'])
    expect(sent).toEqual([{ rules: [RULE], archive: ZIP }])
  })

  it.each([
    [null, { outcome: 'cancelled' }],
    ['too-large', { outcome: 'refused', problems: [{ code: 'archive-too-large' }] }],
  ] as const)('sends nothing where the choice was %s', async (chosen, reply) => {
    const { workflow, sent } = await makeWorkflow(chosen)
    expect(await workflow.stock([RULE])).toMatchObject(reply)
    expect(sent).toEqual([])
  })

  it.each([
    ['offline', 'offline'],
    ['forbidden', 'forbidden'],
    ['not-found', 'not-found'],
  ] as const)('tells that the server answered %s', async (problem, code) => {
    const { workflow } = await makeWorkflow(ZIP, problem)
    await expect(workflow.end(v7())).rejects.toMatchObject({ failure: { code } })
  })

  it('asks for the server without a session there', async () => {
    const { workflow } = await makeWorkflow(ZIP, null, null)
    await expect(workflow.read()).rejects.toMatchObject({ failure: { code: 'offline' } })
  })
})
