import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { loadRulePacks } from '../../electron/common/resources/loadRulePacks'
import type { RulePacks } from '../../electron/workflows/rules/checklistSource'
import type { Database } from '../../server/store/database'
import type { DecisionVerdict } from '../../shared/review/decision'
import { createModelDesk, type ModelDesk } from './modelDesk'
import { createAddresses, createModelNetwork } from './modelNetwork'
import { startModelServer, type Member, type ModelServer, type truthIn } from './modelServer'
import { createStandingProfiles, type StandingProfile } from './standingProfiles'

const TEAM: readonly Member[] = [
  ...['li', 'zhang', 'chen', 'liu', 'zhao'].map((username) => ({ username, role: 'reviewer' as const })),
  { username: 'wang', role: 'supervisor' },
]
export const DESKS = TEAM.length
export const SUPERVISOR = DESKS - 1
const CASES = 50
/** How wrong each machine's clock is, in minutes: nothing may rest on them. */
const SKEWS = [0, -190, 45, 0, 600, -3]

/** What the person at a desk was told: this decision is saved. */
export interface Told {
  readonly commandId: string
  readonly desk: number
  readonly caseId: string
  readonly verdict: DecisionVerdict
  readonly note: string
  /** The person has taken the refused decision back into the draft. */
  isSettled: boolean
}

/** Desks and database, and what was told to whom: all that is needed to see whether it is true. */
export interface ToldWorld {
  readonly server: Pick<ModelServer, keyof ReturnType<typeof truthIn> | 'orders' | 'errors' | 'now'>
  readonly desks: readonly Pick<ModelDesk, 'username' | 'context' | 'data' | 'session' | 'unexpected'>[]
  readonly told: readonly Told[]
  /** Every command id that any desk made up. */
  readonly issued: ReadonlySet<string>
  /** The last words that a person was told are saved, by desk and case. */
  readonly words: ReadonlyMap<string, string>
}

/** The state in which a sequence stands. */
export interface World extends ToldWorld {
  readonly server: ModelServer
  readonly network: ReturnType<typeof createModelNetwork>
  readonly desks: ModelDesk[]
  readonly told: Told[]
  readonly issued: Set<string>
  readonly words: Map<string, string>
  /** The machine's process ends and comes up again on the files as they lie there. */
  crash(desk: number): Promise<void>
  /** A text that is written once. */
  newWords(): string
}

export type WorldMaker = Awaited<ReturnType<typeof openWorldMaker>>

/** A team that has begun to work: everybody has signed in and exchanged once. Made once, started from again and again. */
export async function openWorldMaker(database: Database, folder: string) {
  const server = await startModelServer(database, { folder, team: TEAM, cases: CASES })
  const { packs } = await loadRulePacks(server.rulePacksFolder)
  const rulePacks: RulePacks = new Map(packs.map(({ pack }) => [pack.version, pack]))
  const kept = path.join(folder, 'kept')
  const nextAddress = createAddresses()
  const network = createModelNetwork(server.app, nextAddress)
  for (const { username } of TEAM) {
    const desk = createModelDesk({
      ...{ folder: path.join(kept, username), username, line: network.line(), rulePacks },
      now: () => new Date(server.now()).toISOString(),
      onId: () => undefined,
    })
    await desk.signIn()
    if (!(await desk.sync())) {
      throw new Error('The first exchange failed')
    }
    await desk.close()
  }
  await server.keep()
  const profiles = createStandingProfiles(path.join(folder, 'standing'))
  let worlds = 0

  async function makeWorld(home: string): Promise<World> {
    const network = createModelNetwork(server.app, nextAddress)
    const issued = new Set<string>()
    let machines = 0
    let texts = 0

    function newFolder(): string {
      machines += 1
      return path.join(home, String(machines))
    }

    function placeDesk(
      index: number,
      place: { readonly folder: string; readonly standing?: StandingProfile },
      line = network.line(),
    ): ModelDesk {
      const username = TEAM[index]?.username ?? ''
      const skew = (SKEWS[index] ?? 0) * 60_000
      return createModelDesk({
        ...{ ...place, username, line, rulePacks },
        now: () => new Date(server.now() + skew).toISOString(),
        onId: (id) => issued.add(id),
      })
    }

    const desks: ModelDesk[] = []
    for (const [index, { username }] of TEAM.entries()) {
      const standing = await profiles.lend(username, path.join(kept, username))
      const desk = placeDesk(index, { folder: standing.folder, standing })
      desks.push(desk)
      // Without a network a desk opens with the session it had: nobody asks the server once more.
      desk.line.cut()
      await desk.signIn()
      desk.line.join()
    }
    return {
      ...{ server, network, desks, issued, told: [], words: new Map() },
      async crash(index) {
        const desk = desks[index]
        if (desk === undefined) {
          return
        }
        const machine = newFolder()
        desk.crashInto(machine)
        const next = placeDesk(index, { folder: machine }, desk.line)
        desk.line.setFates([])
        desks[index] = next
        await next.signIn()
      },
      newWords() {
        texts += 1
        return `备注 ${String(texts)}`
      },
    }
  }

  return {
    /** Runs `play` in a fresh world and clears it away. */
    async inWorld(play: (world: World) => Promise<void>): Promise<void> {
      worlds += 1
      const home = path.join(folder, `world-${String(worlds)}`)
      mkdirSync(home, { recursive: true })
      await server.restore()
      const world = await makeWorld(home)
      try {
        await play(world)
      } finally {
        for (const desk of world.desks) {
          desk.letGo()
        }
        rmSync(home, { recursive: true, force: true })
      }
    },
    async close(): Promise<void> {
      profiles.close()
      await server.close()
    },
  }
}
