import fc from 'fast-check'
import { convergeAll, expectConverged } from './expectations'
import { playSteps } from './playSteps'
import { stepOf, type Step } from './steps'
import { DESKS, type WorldMaker } from './world'

/** What sequences did, added up. */
export interface Tally {
  readonly sequences: number
  readonly steps: number
  /** How often each thing was done or happened, by its name in `steps.ts`. */
  readonly kinds: Readonly<Record<string, number>>
  /** Times that a machine's process ended, between two operations or in the middle of one. */
  readonly crashes: number
  /** Decisions that a person was told are saved. */
  readonly told: number
  /** Of them, those that the server applied; it refused the others, which stayed with their authors. */
  readonly applied: number
}

const LONGEST = 40

/**
 * Plays so many random sequences of a seed, each from the same beginning, and throws at the first whose end breaks what
 * must be true. The message names seed and path, by which `fast-check` plays the same one again. `shrink`: look for a
 * shorter sequence that breaks the same, which takes minutes.
 */
export async function runSequences(
  maker: WorldMaker,
  request: { readonly seed: number; readonly count: number; readonly shrink: boolean },
): Promise<Tally> {
  const tallies: Tally[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepOf(DESKS), { minLength: 1, maxLength: LONGEST, size: 'max' }),
      async (steps) => {
        tallies.push(await playFromBeginning(maker, steps))
      },
    ),
    { numRuns: request.count, seed: request.seed, endOnFailure: !request.shrink },
  )
  return addUp(tallies)
}

/** Plays one sequence from the beginning and throws when its end breaks what must be true. */
export async function playFromBeginning(maker: WorldMaker, steps: readonly Step[]): Promise<Tally> {
  let tally: Tally = addUp([])
  await maker.inWorld(async (world) => {
    await playSteps(world, steps)
    await convergeAll(world)
    const applied = await expectConverged(world)
    const crashes = steps.filter(({ kind }) => kind === 'crash' || kind === 'crash-during').length
    const kinds = countAlike(steps.flatMap(namesOf))
    tally = { sequences: 1, steps: steps.length, kinds, crashes, told: world.told.length, applied }
  })
  return tally
}

/** The sum of what several runs did. */
export function addUp(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, one) => all + of(one), 0)
  return {
    sequences: sum(({ sequences }) => sequences),
    steps: sum(({ steps }) => steps),
    kinds: addCounts(tallies.map(({ kinds }) => kinds)),
    crashes: sum(({ crashes }) => crashes),
    told: sum(({ told }) => told),
    applied: sum(({ applied }) => applied),
  }
}

/** What a step is, by all its names: the kind, what is done, and what happens to its requests. */
function namesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'act':
      return [step.act.do, ...step.fates.filter((fate) => fate !== 'arrives')]
    case 'crash-during':
      return [step.kind, step.act.do]
    case 'together':
      return [step.kind, ...step.acts.map(({ act }) => act.do)]
    default:
      return [step.kind]
  }
}

function countAlike(names: readonly string[]): Readonly<Record<string, number>> {
  return addCounts(names.map((name) => ({ [name]: 1 })))
}

function addCounts(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum = new Map<string, number>()
  for (const [name, count] of all.flatMap((one) => Object.entries(one))) {
    sum.set(name, (sum.get(name) ?? 0) + count)
  }
  return Object.fromEntries([...sum].toSorted(([a], [b]) => a.localeCompare(b)))
}
