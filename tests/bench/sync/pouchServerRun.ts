import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import servePouch from 'express-pouchdb'
import PouchDB from 'pouchdb-core'
import httpAdapter from 'pouchdb-adapter-http'
import memoryAdapter from 'pouchdb-adapter-memory'
import replication from 'pouchdb-replication'
import { queueRows } from './queueRows'

const BATCH = 1000

/**
 * `pouchServerRun.ts COUNT FOLDER`: serves a PouchDB with so many rows of the queue, kept in memory, over
 * `express-pouchdb`, in a process of its own as the review server is.
 */
const [count = '', folder = ''] = process.argv.slice(2)
const Pouch = PouchDB.plugin(memoryAdapter)
  .plugin(httpAdapter)
  .plugin(replication)
  .defaults({ adapter: 'memory', prefix: join(folder, 'pouch-') })
const queue = new Pouch('queue')
for (let from = 1; from <= Number(count); from += BATCH) {
  const rows = queueRows(Math.min(BATCH, Number(count) - from + 1), from)
  await queue.bulkDocs(rows.map(({ id, ...row }) => ({ _id: id, ...row })))
}
const app = express()
app.use(
  servePouch(Pouch, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(folder, 'pouch.log'),
    configPath: join(folder, 'pouch.json'),
  }),
)
const server = createServer(app)
server.listen(0, '127.0.0.1', () => {
  // Listening on a port: the address is no path of a pipe.
  console.log(`listening on http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
})
