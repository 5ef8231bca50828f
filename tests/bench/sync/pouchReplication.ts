import { join } from 'node:path'
import PouchDB from 'pouchdb-core'
import httpAdapter from 'pouchdb-adapter-http'
import levelAdapter from 'pouchdb-adapter-leveldb'
import memoryAdapter from 'pouchdb-adapter-memory'
import replication from 'pouchdb-replication'
import { startProgram } from '../../helpers/serverProcess'

/** How PouchDB keeps what it replicates, and how much it asks for at once. */
export const POUCH_WAYS = {
  /** Its own choice in Node and its own batches: a file, as ours is, without a cipher and a search index. */
  asItComes: { adapter: 'leveldb', batch_size: 100 },
  /** The fastest that we found: nothing is kept on disk. */
  inMemory: { adapter: 'memory', batch_size: 1000 },
} as const

const Pouch = PouchDB.plugin(memoryAdapter).plugin(levelAdapter).plugin(httpAdapter).plugin(replication)

/** Milliseconds that PouchDB takes to replicate the same documents from its own server. */
export async function replicateWithPouch(
  folder: string,
  count: number,
  { adapter, batch_size }: (typeof POUCH_WAYS)[keyof typeof POUCH_WAYS],
): Promise<number> {
  const server = startProgram('tests/bench/sync/pouchServerRun.ts', [String(count), folder], {})
  try {
    const [, url = ''] = await server.shows(/listening on (http:\S+)/)
    const local = new Pouch(join(folder, `pouch-${adapter}`), { adapter })
    const begun = performance.now()
    const { docs_written: written } = await local.replicate.from(`${url}/queue`, { batch_size })
    const took = performance.now() - begun
    await local.close()
    if (written !== count) {
      throw new Error(`PouchDB replicated ${String(written)} of ${String(count)} documents`)
    }
    return took
  } finally {
    server.child.kill()
    await server.ended
  }
}
