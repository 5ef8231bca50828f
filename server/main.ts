import { readConfig } from './config'
import { createReviewServer } from './createReviewServer'
import { systemClock, systemIds } from './system'

/** Starts the review server from the environment; docs/server.md lists the variables. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  if (!config.ok) {
    fail(config.error)
    return
  }
  const server = await createReviewServer(config.value, {
    clock: systemClock,
    ids: systemIds,
    log: process.stderr,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          fail(messageOf(error))
          process.exit(1)
        },
      )
    })
  }
  process.stdout.write(`review server listening on ${server.url}\n`)
}

function fail(message: string): void {
  process.stderr.write(`review server: ${message}\n`)
  process.exitCode = 1
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  fail(messageOf(error))
})
