import type { ModelDesk } from './modelDesk'
import { Crashed } from './modelProcess'
import type { Act, Step } from './steps'
import { perform } from './performAct'
import { SUPERVISOR, type World } from './world'
import { AppError } from '../../electron/workflows/appError'

const MINUTE = 60_000

/** Plays a sequence step by step. Whatever a person would be told of as a bug ends it with an exception. */
export async function playSteps(world: World, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await playStep(world, step)
  }
}

async function playStep(world: World, step: Step): Promise<void> {
  const { server, network, desks } = world
  switch (step.kind) {
    case 'act':
      desks[step.desk]?.line.setFates(step.fates)
      await actAs(world, step.desk, step.act)
      desks[step.desk]?.line.setFates([])
      return
    case 'together':
      await network.together(
        step.acts.map(
          ({ desk, act }) =>
            () =>
              actAs(world, desk, act),
        ),
        step.order,
      )
      return
    case 'cut':
      desks[step.desk]?.line.cut()
      return
    case 'join':
      desks[step.desk]?.line.join()
      return
    case 'crash':
      await world.crash(step.desk)
      return
    case 'crash-during':
      desks[step.desk]?.endAfter(step.after)
      await actAs(world, step.desk, step.act)
      await world.crash(step.desk)
      return
    case 'late':
      await network.deliverLate(step.pick)
      return
    case 'let-pass':
      server.letPass(step.minutes * MINUTE)
      if (step.isSwept) {
        await server.housekeeping()
      }
      return
    case 'move-hold':
      await moveHold(world, step)
      return
    case 'withdraw': {
      const order = server.orders[step.pick % server.orders.length]
      if (order !== undefined) {
        await server.withdraw(order.orderNumber)
      }
    }
  }
}

/** What a person may be told without anything being wrong: no network, nothing there, somebody else was faster. */
const TOLD: readonly string[] = [
  'offline',
  'nothing-to-draw',
  'held-by-other',
  'not-held',
  'not-found',
  'forbidden',
  'self-approval',
  'already-decided',
  'not-signed-in',
]

function isTold(error: unknown): boolean {
  return error instanceof AppError && TOLD.includes(error.failure.code)
}

async function actAs(world: World, index: number, act: Act): Promise<void> {
  const desk = world.desks[index]
  if (desk === undefined) {
    return
  }
  await whileAtWork(desk, () => perform(world, desk, index, act))
}

/** Does it at a desk where somebody is signed in; what a person can be told without a fault ends it quietly. */
async function whileAtWork(desk: ModelDesk, act: () => Promise<void>): Promise<void> {
  try {
    if (!desk.isSignedIn()) {
      await desk.signIn()
    }
    await act()
  } catch (error) {
    if (!(error instanceof Crashed) && !isTold(error)) {
      throw error
    }
  }
}

/** What the supervisor does about a hold as it shows on the queue there, which may be out of date. */
async function moveHold(
  world: World,
  { pick, to }: { readonly pick: number; readonly to: number | null },
): Promise<void> {
  const desk = world.desks[SUPERVISOR]
  if (desk === undefined) {
    return
  }
  await whileAtWork(desk, async () => {
    const { queries } = desk.context()
    const rows = world.server.orders.flatMap(({ caseId }) => queries.queueRows.find(caseId)?.row ?? [])
    const held = rows.filter(({ holder }) => holder !== null)
    const row = held[pick % Math.max(1, held.length)]
    if (row === undefined || row.holder === null) {
      return
    }
    const caseId = row.id
    const { userId } = row.holder
    const colleague = to === null ? undefined : world.desks[to]
    if (colleague?.isSignedIn() === true) {
      await desk.team.handOver({ caseId, fromId: userId, toId: colleague.session.requireUser().id })
    } else {
      await desk.team.breakHold({ caseId, holderId: userId })
    }
  })
}
