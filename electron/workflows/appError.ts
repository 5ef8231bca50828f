import type { Failure, FailureCode } from '../../shared/ipc/result'

/** An expected failure on its way to the renderer. Thrown inside handlers, turned into a value by the router. */
export class AppError extends Error {
  readonly failure: Failure

  constructor(code: FailureCode, message: string, extra: Partial<Omit<Failure, 'code' | 'message'>> = {}) {
    super(message)
    this.name = 'AppError'
    this.failure = { code, message, retryable: extra.retryable ?? false, ...extra }
  }
}
