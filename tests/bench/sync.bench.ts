import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, Measured } from './frame/bench'
import { median } from './frame/percentile'
import { placeBenchDesk } from './sync/benchDesk'
import { fillServer } from './sync/fillServer'
import { POUCH_WAYS, replicateWithPouch } from './sync/pouchReplication'
import { queueRows } from './sync/queueRows'
import { rawInsert } from './sync/rawInsert'
import { FEED_MOST_ROWS, FEED_PAGE_ROWS } from '../../shared/protocol/limits'
import { startReviewServer } from '../helpers/e2e/reviewServerProcess'
import { connectToServer } from '../helpers/e2e/serverClient'
import { TEAM } from '../helpers/e2e/team'

const ROWS = 100_000
const CHANGES = 100
const REPEATS = { quick: 3, full: 9 }

type Record = (measured: Measured) => void

export const bench: Bench = {
  method:
    `Ours is the first exchange of a workstation with a review server that has ${ROWS} cases: a process of its own on the embedded database, over HTTP, ` +
    'every page checked by its schema and written by the data worker in its thread into the encrypted SQLite file, search index included, one transaction a page. ' +
    `The raw reference is three prepared statements a row into an empty file of the same schema and cipher, in one thread, in transactions of ${FEED_MOST_ROWS} rows, ` +
    'with all values worked out before the clock starts; it is measured once before and once after ours, and the mean of both counts. ' +
    'PouchDB replicates the same documents from `express-pouchdb` in a process of its own, without a cipher or a search index: once as it comes, into the LevelDB files that ' +
    `it takes in Node by itself, in its batches of ${POUCH_WAYS.asItComes.batch_size}, and once in the fastest way that was found, into memory alone in batches of ${POUCH_WAYS.inMemory.batch_size}. ` +
    `Then a colleague draws ${CHANGES} cases, and one whole exchange brings those changes.`,
  weakSpots: [
    'Loopback: a slow line adds its own time, some 60 MB for the first exchange.',
    'The workstation reserves no cases, so that no documents are fetched and measured beside the queue.',
    'PouchDB keeps revisions and replicates both ways, which this application does not need.',
  ],
  run: async (record, full) => {
    const folder = await mkdtemp(join(tmpdir(), 'beian-sync-'))
    try {
      await measure(folder, record, full ? REPEATS.full : REPEATS.quick)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(folder: string, record: Record, repeats: number): Promise<void> {
  const rows = queueRows(ROWS)
  const raw = async (name: string): Promise<number> => {
    await mkdir(join(folder, name))
    return rawInsert(join(folder, name), rows, FEED_MOST_ROWS)
  }
  await fillServer(join(folder, 'server'), ROWS)
  const server = await startReviewServer({ folder: join(folder, 'server') })
  const desk = await placeBenchDesk(folder, server.url, TEAM.chen)
  try {
    const before = await raw('before')
    const { whole, usable } = await firstSync(desk)
    const after = await raw('after')
    const pouch = await replicateWithPouch(folder, ROWS, POUCH_WAYS.asItComes)
    const pouchInMemory = await replicateWithPouch(folder, ROWS, POUCH_WAYS.inMemory)
    record({
      figure: `first exchange of ${ROWS} rows beside a raw insert`,
      unit: 'ms',
      ours: whole,
      reference: (before + after) / 2,
      bounds: [{ of: 'ratio', is: '<=', value: 1.8 }],
    })
    record({
      figure: `first exchange of ${ROWS} rows beside PouchDB as it comes`,
      unit: 'ms',
      ours: whole,
      reference: pouch,
      bounds: [{ of: 'ratio', is: '<=', value: 0.25 }],
    })
    record({
      figure: `first exchange of ${ROWS} rows beside PouchDB that keeps nothing`,
      unit: 'ms',
      ours: whole,
      reference: pouchInMemory,
      bounds: [{ of: 'ratio', is: '<=', value: 0.25 }],
    })
    record({
      figure: `first ${FEED_PAGE_ROWS} rows listed`,
      unit: 'ms',
      ours: usable,
      bounds: [{ of: 'ours', is: '<', value: 1000 }],
    })
    const exchanges = await exchangesOfChanges(desk, server.url, repeats)
    record({
      figure: `exchange of ${CHANGES} changes, median of ${repeats}`,
      unit: 'ms',
      ours: median(exchanges),
      bounds: [{ of: 'ours', is: '<', value: 250 }],
    })
    record({
      figure: `exchange of ${CHANGES} changes, slowest`,
      unit: 'ms',
      ours: Math.max(...exchanges),
    })
  } finally {
    await desk.close()
    await server.stop()
  }
}

type Desk = Awaited<ReturnType<typeof placeBenchDesk>>

async function firstSync(desk: Desk): Promise<{ readonly whole: number; readonly usable: number }> {
  const begun = performance.now()
  const listed: Promise<number>[] = []
  await desk.exchange(() => {
    if (listed.length === 0) {
      listed.push(
        desk.firstWindow().then(({ items }) => (items.length > 0 ? performance.now() - begun : Number.NaN)),
      )
    }
  })
  const whole = performance.now() - begun
  const { total } = await desk.firstWindow()
  if (total !== ROWS) {
    throw new Error(`The queue has ${String(total)} rows after the first exchange`)
  }
  return { whole, usable: Math.max(...(await Promise.all(listed))) }
}

async function exchangesOfChanges(desk: Desk, serverUrl: string, repeats: number): Promise<number[]> {
  const colleague = await connectToServer(serverUrl, TEAM.liu)
  const took: number[] = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (let draw = 0; draw < CHANGES; draw += 1) {
      await colleague.drawNext()
    }
    const cursor = await desk.data.readCursor()
    const begun = performance.now()
    await desk.exchange()
    took.push(performance.now() - begun)
    if ((await desk.data.readCursor()) - cursor !== CHANGES) {
      throw new Error(`The exchange did not bring ${String(CHANGES)} changes`)
    }
  }
  return took
}
