import type { Failure } from '../../shared/ipc/result'

/** What the fake shell answers instead of a reply. */
export class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export function refuse(code: Failure['code'], retryable = false): never {
  throw new Refusal({ code, message: code, retryable })
}
