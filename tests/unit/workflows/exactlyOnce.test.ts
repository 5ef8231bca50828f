import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../electron/workflows/appError'
import type { DecisionVerdict } from '../../../shared/review/decision'
import { FATES, type Fate, type Network } from './support/network'
import { nextExchange, PASSWORD, setScene, untilIdle, useStandingClock, type Scene } from './support/scene'
import { until, type TestDesk } from './support/testDesk'

useStandingClock()

type Step =
  | { readonly do: 'draw' | 'restart' | 'lose-a-hold' }
  | { readonly do: 'decide'; readonly verdict: DecisionVerdict }
  | { readonly do: 'exchange'; readonly fates: readonly Fate[] }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ do: 'draw' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), verdict: verdicts() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('exchange' as const),
      fates: fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'lose-a-hold' as const }) },
)

function verdicts() {
  return fc.constantFrom('pass' as const, 'return' as const, 'escalate' as const)
}

/** What the person at the desk was told: these decisions are saved. */
interface Told {
  readonly commandId: string
  readonly caseId: string
  readonly verdict: DecisionVerdict
}

describe('a decision that the person was told is saved', () => {
  it('reaches the server exactly once or stays here as refused, whatever the network does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const scene = await setScene({ cases: 5, reservations: 2 })
        try {
          const told = await workThrough(scene, steps)
          await expectEachOnce(scene, told)
        } finally {
          await scene.clear()
        }
      }),
      { numRuns: 20 },
    )
  }, 180_000)
})

interface Place {
  desk: TestDesk
  network: Network
}

async function workThrough(scene: Scene, steps: readonly Step[]): Promise<{ told: Told[]; place: Place }> {
  let place: Place = await scene.placeDesk()
  await place.desk.signIn('chen', PASSWORD)
  await untilIdle()
  const told: Told[] = []
  const drawn: string[] = []
  for (const current of steps) {
    switch (current.do) {
      case 'draw': {
        const answer = await place.desk.ask('case.drawNext', {})
        if (answer.ok) {
          drawn.push(answer.value.caseId)
        }
        break
      }
      case 'decide':
        told.push(...(await decideLast(place.desk, drawn, current.verdict)))
        break
      case 'exchange': {
        const fates = [...current.fates]
        place.network.setFate(() => fates.shift() ?? 'arrives')
        await nextExchange()
        break
      }
      case 'restart': {
        await place.desk.close()
        place = await scene.placeDesk(place.desk.folder)
        await place.desk.signIn('chen', PASSWORD)
        await untilIdle()
        break
      }
      case 'lose-a-hold':
        scene.server.takeHold(drawn.at(-1) ?? scene.server.cases()[0]?.id ?? '')
        break
    }
  }
  return { told, place }
}

async function decideLast(
  desk: TestDesk,
  drawn: readonly string[],
  verdict: DecisionVerdict,
): Promise<Told[]> {
  const caseId = drawn.at(-1)
  if (caseId === undefined || !(await ticked(desk, caseId))) {
    return []
  }
  const answer = await desk.ask('case.decide', {
    caseId,
    verdict,
    reasons: [{ field: 'entity.name', problem: '名称与执照不一致', advice: '按执照填写' }],
    internalNote: '见备注',
  })
  return answer.ok ? [{ commandId: answer.value.commandId, caseId, verdict }] : []
}

/** False when the case is not here: never drawn, acknowledged meanwhile, or taken away. */
async function ticked(desk: TestDesk, caseId: string): Promise<boolean> {
  try {
    await desk.tickAll(caseId)
    return true
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'not-held') {
      return false
    }
    throw error
  }
}

async function expectEachOnce(scene: Scene, { told, place }: { told: Told[]; place: Place }): Promise<void> {
  place.network.restore()
  await place.desk.call('sync.now', {})
  await until('nothing waits to be sent', async () => {
    const { queued, connection } = await place.desk.call('sync.status', {})
    return queued === 0 && connection === 'online'
  })
  const here = await place.desk.call('sync.outbox', {})
  for (const { commandId, caseId, verdict } of told) {
    const outcome = scene.server.outcomes().get(commandId)
    const there = scene.server.caseOf(caseId).decisions.filter((entry) => entry.commandId === commandId)
    if (outcome?.outcome === 'applied') {
      expect(there.map(({ decision }) => decision.verdict)).toEqual([verdict])
    } else {
      expect(outcome).toMatchObject({ outcome: 'refused' })
      expect(there).toEqual([])
      expect(here.find(({ id }) => id === commandId)).toMatchObject({ state: 'refused', verdict })
    }
  }
  const known = new Set(told.map(({ commandId }) => commandId))
  for (const { decisions } of scene.server.cases()) {
    expect(decisions.filter(({ commandId }) => !known.has(commandId))).toEqual([])
  }
  expect(place.desk.unexpected).toEqual([])
}
