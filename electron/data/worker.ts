import { parentPort, workerData } from 'node:worker_threads'
import { createDataOperations } from './createDataOperations'
import { serveOperations } from './serveOperations'
import { workerOptionsSchema } from './workerProtocol'

/** Entry of the data worker: the one thread that has the database open. */
if (parentPort === null) {
  throw new Error('The data worker runs as a worker thread')
}
serveOperations(parentPort, createDataOperations(workerOptionsSchema.parse(workerData)))
