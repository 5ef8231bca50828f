import type { Failure } from '../../shared/ipc/result'

/** A call that the shell refused, with its closed code. Wording is looked up by code where it is shown. */
export class DeskApiError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message}`)
    this.name = 'DeskApiError'
    this.failure = failure
  }
}

/** The failure to show for anything that was thrown; a bug is shown as `unexpected` and keeps its own report. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DeskApiError) {
    return error.failure
  }
  return {
    code: 'unexpected',
    message: error instanceof Error ? error.message : String(error),
    retryable: true,
  }
}
