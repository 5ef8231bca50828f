/**
 * Expected failures are values. `Result` is what every operation answers that can be refused for a reason
 * somebody has to read; a bug is an exception and never travels in here.
 */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** Wraps a value as success. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Wraps a reason as refusal. */
export function refusal<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** Makes a switch exhaustive: a new member of a union fails to compile here before it fails at run time. */
export function assertNever(value: never, message: string): never {
  throw new Error(`${message}: ${JSON.stringify(value)}`)
}
