import type { z } from 'zod'
import { AppError } from '../workflows/appError'
import { ipcCalls, type CallName, type Handlers } from '../../shared/ipc/contract'
import type { FailureCode, IpcResult } from '../../shared/ipc/result'

/** Where bugs go: name of the call and the cause, for the log. Never the request, which may carry personal data. */
export type LogUnexpected = (call: string, cause: unknown) => void

export type IpcRouter = (name: unknown, request: unknown) => Promise<IpcResult<unknown>>

/**
 * Name -> schema -> handler -> result. The only gate between renderer and workflows: an unknown name, a request that
 * does not parse or a reply that does not parse never gets past it, and nothing is ever thrown through it.
 */
export function createIpcRouter(handlers: Handlers, logUnexpected: LogUnexpected): IpcRouter {
  return async (name, request) => {
    if (typeof name !== 'string' || !Object.hasOwn(ipcCalls, name)) {
      return refuse('invalid-request', 'Unknown call')
    }
    const callName = name as CallName // checked by the line above
    const parsed = ipcCalls[callName].request.safeParse(request)
    if (!parsed.success) {
      return refuse('invalid-request', describe(parsed.error))
    }
    try {
      // Name and parsed request belong together by construction; TypeScript cannot follow the union through the table.
      const handler = handlers[callName] as (request: unknown) => Promise<unknown>
      const reply: unknown = await handler(parsed.data)
      return { ok: true, value: ipcCalls[callName].reply.parse(reply) }
    } catch (cause) {
      if (cause instanceof AppError) {
        return { ok: false, error: cause.failure }
      }
      logUnexpected(callName, cause)
      return refuse('unexpected', 'Unexpected error')
    }
  }
}

/** Paths and kinds of what is wrong, without the values that were sent. */
function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'request'}: ${issue.code}`).join('; ')
}

function refuse(code: FailureCode, message: string): IpcResult<never> {
  return { ok: false, error: { code, message, retryable: false } }
}
