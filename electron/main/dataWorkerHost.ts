import { Worker } from 'node:worker_threads'
import { OPERATION_NAMES, type OperationName } from '../data/operationNames'
import {
  workerReplySchema,
  type WorkerError,
  type WorkerOptions,
  type WorkerRequest,
} from '../data/workerProtocol'
import type { DataPort } from '../workflows/ports/dataPort'

export interface DataWorkerOptions extends WorkerOptions {
  /** The thread ended without being asked to; whatever was under way has been rejected with the same error. */
  readonly onGone?: (error: Error) => void
}

/** An operation failed in the data worker. `code` is SQLite's or the file system's, where there is one. */
export class DataOperationError extends Error {
  readonly code: string | undefined

  constructor(operation: string, error: WorkerError) {
    super(`Data operation ${operation} failed: ${error.message}`, { cause: revive(error) })
    this.name = 'DataOperationError'
    this.code = error.code
  }
}

/** The data worker is not there to answer: it ended, or it is being closed. */
export class DataWorkerGone extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DataWorkerGone'
  }
}

interface Waiting {
  readonly operation: string
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Starts the data worker and gives its operations as promises. `close` takes no more calls, waits for those under
 * way, closes the profile and lets the thread end by itself; a thread that is writing is never terminated.
 */
export function createDataWorkerClient(
  workerUrl: URL,
  options: DataWorkerOptions,
): DataPort & { close(): Promise<void> } {
  const { onGone, ...workerOptions } = options
  const worker = new Worker(workerUrl, { workerData: workerOptions })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let gone: DataWorkerGone | null = null
  let closing: Promise<void> | null = null

  worker.on('message', (message: unknown) => {
    const reply = workerReplySchema.parse(message)
    const call = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) {
      call?.resolve(reply.value)
    } else {
      call?.reject(new DataOperationError(call.operation, reply.error))
    }
  })
  worker.on('error', (error) => end(new DataWorkerGone('The data worker failed', error)))
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', (code) => {
      end(new DataWorkerGone(`The data worker ended with code ${code}`))
      resolve()
    })
  })

  function end(error: DataWorkerGone): void {
    if (gone !== null) {
      return
    }
    gone = error
    for (const call of waiting.values()) {
      call.reject(error)
    }
    waiting.clear()
    if (closing === null) {
      onGone?.(error)
    }
  }

  function send(operation: string, toRequest: (id: number) => WorkerRequest): Promise<unknown> {
    if (gone !== null) {
      return Promise.reject(gone)
    }
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, { operation, resolve, reject })
      worker.postMessage(toRequest(id))
    })
  }

  function call(operation: OperationName, args: readonly unknown[]): Promise<unknown> {
    return closing === null
      ? send(operation, (id) => ({ kind: 'call', id, operation, args: [...args] }))
      : Promise.reject(new DataWorkerGone('The data worker is being closed'))
  }

  async function shutDown(): Promise<void> {
    // The thread works in order, so its answer to this comes after everything asked before.
    await send('shut-down', (id) => ({ kind: 'shut-down', id }))
    await ended
  }

  function close(): Promise<void> {
    closing ??= gone === null ? shutDown() : Promise.resolve()
    return closing
  }

  const operations = OPERATION_NAMES.map((name) => [name, (...args: readonly unknown[]) => call(name, args)])
  // The worker answers with each operation's own type; that no name is missing is what the compiler sees here.
  const port = Object.fromEntries(operations) as { [Name in OperationName]: DataPort[Name] }
  return { ...port, close }
}

/** The worker's error with its stack, so that a log shows where it happened. */
function revive(error: WorkerError): Error {
  const revived = new Error(error.message, error.cause === undefined ? {} : { cause: revive(error.cause) })
  revived.name = error.name
  if (error.stack !== undefined) {
    revived.stack = error.stack
  }
  return revived
}
