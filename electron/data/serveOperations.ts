import type { DataOperations } from './dataOperations'
import type { OperationName } from './operationNames'
import { workerRequestSchema, type WorkerError, type WorkerReply, type WorkerRequest } from './workerProtocol'

interface Port {
  on(event: 'message', listener: (message: unknown) => void): unknown
  postMessage(message: WorkerReply, transfer?: readonly ArrayBuffer[]): void
  close(): void
}

/**
 * Runs operations by name, one after the other in the order in which they came: unlocking a profile takes a moment,
 * and what was asked after it is meant to happen after it.
 */
export function serveOperations(port: Port, operations: DataOperations): void {
  let last = Promise.resolve()

  async function answer(request: WorkerRequest): Promise<void> {
    try {
      const value =
        request.kind === 'call' ? await run(operations, request.operation, request.args) : shutDown()
      port.postMessage({ id: request.id, ok: true, value }, transferable(value))
    } catch (error) {
      port.postMessage({ id: request.id, ok: false, error: describeError(error) })
    }
    if (request.kind === 'shut-down') {
      port.close()
    }
  }

  function shutDown(): null {
    operations.closeProfile()
    return null
  }

  port.on('message', (message) => {
    const request = workerRequestSchema.safeParse(message)
    if (!request.success) {
      // Both ends are ours, so this is a bug; a thread that guesses what was meant would be worse than one that ends.
      throw new Error('The data worker was asked for what it does not know')
    }
    last = last.then(() => answer(request.data))
  })
}

function run(operations: DataOperations, name: OperationName, args: readonly unknown[]): unknown {
  const byName: Readonly<Record<OperationName, (...args: never[]) => unknown>> = operations
  // Both ends of the thread are built from the same interface; the host's types have checked the arguments.
  return byName[name](...(args as never[]))
}

/** A document's bytes move to the other thread instead of being copied. */
function transferable(value: unknown): readonly ArrayBuffer[] {
  const bytes = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : undefined
  const isWhole = bytes instanceof Uint8Array && bytes.byteLength === bytes.buffer.byteLength
  return isWhole && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []
}

function describeError(error: unknown): WorkerError {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: 'Something that is no error was thrown' }
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
