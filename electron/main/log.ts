const FRAMES = 7

/** An error about the application's own files and settings: its message is our own words and goes into the log. */
export class InstallationError extends Error {
  override readonly name = 'InstallationError'
}

/**
 * The one way to write a log line: a scope, what kind of error it was and where it came from. Never the message: it
 * may quote a value, and values are personal data here (a constraint of SQLite names the row it refused).
 */
export function logUnexpected(scope: string, cause: unknown, write = writeToStderr): void {
  write(`${JSON.stringify({ at: new Date().toISOString(), scope, cause: describe(cause) })}\n`)
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) {
    return typeof cause
  }
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : ''
  // A message may have lines of its own, so frames are known by their shape and not by their place.
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
  const words = cause instanceof InstallationError ? ` ${cause.message}` : ''
  const below = cause.cause instanceof Error ? `; from ${describe(cause.cause)}` : ''
  return `${cause.name}${code}${words}: ${frames
    .slice(0, FRAMES)
    .map((line) => line.trim())
    .join(' | ')}${below}`
}

function writeToStderr(line: string): void {
  process.stderr.write(line)
}
