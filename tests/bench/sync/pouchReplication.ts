import PouchDB from 'pouchdb-core'
import httpAdapter from 'pouchdb-adapter-http'
import memoryAdapter from 'pouchdb-adapter-memory'
import replication from 'pouchdb-replication'
import { startProgram } from '../../helpers/serverProcess'

/** Its pages, as big as our first; the default of 100 takes three times as long. */
const BATCH = 1000

/** Milliseconds that PouchDB takes to replicate the same documents from its own server into its memory, without any cipher. */
export async function replicateWithPouch(folder: string, count: number): Promise<number> {
  const server = startProgram('tests/bench/sync/pouchServerRun.ts', [String(count), folder], {})
  try {
    const [, url = ''] = await server.shows(/listening on (http:\S+)/)
    const Pouch = PouchDB.plugin(memoryAdapter).plugin(httpAdapter).plugin(replication)
    const local = new Pouch('local', { adapter: 'memory' })
    const begun = performance.now()
    const { docs_written: written } = await local.replicate.from(`${url}/queue`, { batch_size: BATCH })
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
