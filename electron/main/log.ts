/**
 * The one way to write a log line: a scope and what kind of error it was. Messages and stacks of our own code carry
 * no personal data; whatever else is thrown is named by its type only.
 */
export function logUnexpected(scope: string, cause: unknown): void {
  const described =
    cause instanceof Error
      ? `${cause.name}: ${(cause.stack ?? '').split('\n').slice(1, 8).join(' | ')}`
      : typeof cause
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), scope, cause: described })}\n`)
}
