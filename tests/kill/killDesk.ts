import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { runChild } from './children'
import type { DeskOrder } from './deskProgram'
import { expect } from '../model/expect'
import { convergeAll, expectConverged } from '../model/expectations'
import { createModelDesk, type ModelDesk } from '../model/modelDesk'
import { createAddresses, createModelNetwork } from '../model/modelNetwork'
import { startModelServer } from '../model/modelServer'
import { wordsKey } from '../model/performAct'
import type { Told, World } from '../model/world'
import { loadRulePacks } from '../../electron/common/resources/loadRulePacks'
import type { Database } from '../../server/store/database'
import { VERDICTS } from '../../shared/review/decision'

const USERNAME = 'li'
const CASES = 12

const saidSchema = z.discriminatedUnion('said', [
  z.object({ said: z.literal('issued'), commandId: z.string() }),
  z.object({
    said: z.literal('decided'),
    ...{ commandId: z.string(), caseId: z.string(), verdict: z.enum(VERDICTS), note: z.string() },
  }),
  z.object({ said: z.literal('settles'), commandId: z.string() }),
  z.object({ said: z.literal('saved'), caseId: z.string(), words: z.string() }),
  z.object({ said: z.literal('done'), steps: z.number() }),
])
type Line = z.output<typeof saidSchema>

/** A server, and one desk beside it whose process is ended at any of its write steps. */
export async function createDeskKiller(database: Database, folder: string, program: string) {
  const server = await startModelServer(database, {
    folder,
    team: [{ username: USERNAME, role: 'reviewer' }],
    cases: CASES,
  })
  const serverUrl = await server.app.listen({ host: '127.0.0.1', port: 0 })
  const { packs } = await loadRulePacks(server.rulePacksFolder)
  const rulePacks = new Map(packs.map(({ pack }) => [pack.version, pack]))
  const nextAddress = createAddresses()
  await server.keep()
  const now = new Date(server.now()).toISOString()

  async function playUntil(killAt: number, spinMicroseconds: number, home: string) {
    mkdirSync(home, { recursive: true })
    const file = path.join(home, 'order.json')
    const order: DeskOrder = {
      ...{ folder: home, username: USERNAME, serverUrl, now, killAt, spinMicroseconds },
      rulePacksFolder: server.rulePacksFolder,
    }
    writeFileSync(file, JSON.stringify(order))
    const ended = await runChild(program, [file])
    const lines = ended.lines.map((line) => saidSchema.parse(JSON.parse(line)))
    return { ...ended, lines }
  }

  /** Opens what the process left behind, lets the desk exchange, and looks whether all is as the person was told. */
  async function lookAt(home: string, lines: readonly Line[]): Promise<void> {
    const network = createModelNetwork(server.app, nextAddress)
    const desk = createModelDesk({
      ...{ folder: home, username: USERNAME, line: network.line(), rulePacks },
      now: () => now,
      onId: () => undefined,
    })
    try {
      await desk.signIn()
      const { db } = desk.context()
      const integrity: unknown = db.pragma('integrity_check', { simple: true })
      expect(integrity === 'ok', 'the database is not sound', integrity)
      const orphans: unknown = db.pragma('foreign_key_check')
      expect(Array.isArray(orphans) && orphans.length === 0, 'a row refers to nothing', orphans)
      const world: World = {
        ...{ server, network, desks: [desk] },
        ...{ told: toldBy(lines), words: wordsIn(lines), issued: issuedBy(lines) },
        crash: () => Promise.reject(new Error('The desk is not ended here')),
        newWords: () => '',
      }
      await convergeAll(world)
      await expectConverged(world)
      await desk.download()
      await expectDocuments(desk)
    } finally {
      desk.letGo()
    }
  }

  return {
    /** How many places there are at which a whole day can be ended. */
    async countSteps(): Promise<number> {
      await server.restore()
      const home = path.join(folder, 'whole')
      const { lines, code, complaint } = await playUntil(0, 0, home)
      const done = lines.at(-1)
      expect(code === 0 && done?.said === 'done', 'the day does not come to its end', complaint)
      await lookAt(home, lines)
      rmSync(home, { recursive: true, force: true })
      return done.steps
    },
    /** Ends the desk there; answers where that was, or null when the day had ended before. */
    async kill(killAt: number, spinMicroseconds: number): Promise<string | null> {
      await server.restore()
      const home = path.join(folder, `killed-${String(killAt)}`)
      const { lines, wasKilled, code, last, complaint } = await playUntil(killAt, spinMicroseconds, home)
      expect(wasKilled || code === 0, 'the desk ended in another way', complaint)
      await lookAt(home, lines)
      rmSync(home, { recursive: true, force: true })
      return wasKilled ? last : null
    },
    close: () => server.close(),
  }
}

/** What is said to be stored can be opened. */
async function expectDocuments(desk: ModelDesk): Promise<void> {
  for (const { hold } of await desk.data.listHolds()) {
    const stored = await desk.data.readCase(hold.caseId)
    const round = stored?.filingCase.rounds.at(-1)
    for (const { id } of round?.documents ?? []) {
      const place = { caseId: hold.caseId, round: round?.round ?? 1, documentId: id }
      const opened = await desk.data.readDocument({ ...place, variant: 'original' })
      expect(opened !== null, 'a document of a held case cannot be opened', place)
    }
  }
}

function toldBy(lines: readonly Line[]): Told[] {
  const settled = new Set(lines.flatMap((line) => (line.said === 'settles' ? [line.commandId] : [])))
  return lines.flatMap((line) =>
    line.said === 'decided' ? [{ ...line, desk: 0, isSettled: settled.has(line.commandId) }] : [],
  )
}

function issuedBy(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap((line) => (line.said === 'issued' ? [line.commandId] : [])))
}

/** The last words that were saved on each case, unless a decision came after them. */
function wordsIn(lines: readonly Line[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const line of lines) {
    if (line.said === 'saved') {
      words.set(wordsKey(0, line.caseId), line.words)
    } else if (line.said === 'decided') {
      words.delete(wordsKey(0, line.caseId))
    }
  }
  return words
}
