import { parseArgs } from 'node:util'
import { findBundles, type BundleSource } from './intake/findBundles'
import { packBundle } from './intake/packBundle'
import { IntakeUnavailableError, sendBundle, type IntakeServer } from './intake/sendBundle'
import type { IntakeReply } from '../shared/protocol/apiModels'

const USAGE = `Usage: npm run intake -- PATH... [--server URL] [--token KEY] [--json]
Sends filing bundles to the review server. PATH: a bundle's folder, a .zip of one, or a folder of either.
Without options the server is BEIAN_SERVER_URL and the key INTAKE_TOKEN.
Exit status: 0 all accepted, 1 something refused or wrong usage, 2 server unreachable.`

interface Order {
  readonly paths: readonly string[]
  readonly server: IntakeServer
  readonly json: boolean
}

/** Reads the command line, or answers what is wrong with it. */
function readOrder(): Order | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        server: { type: 'string' },
        token: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const url = values.server ?? process.env['BEIAN_SERVER_URL'] ?? ''
    const token = values.token ?? process.env['INTAKE_TOKEN'] ?? ''
    if (positionals.length === 0) {
      return 'no PATH is given'
    }
    if (!URL.canParse(url) || token === '') {
      return 'the server or its key is not given'
    }
    return { paths: positionals, server: { url, token }, json: values.json }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Sends everything in order and answers whether all of it was accepted. */
async function sendAll(order: Order): Promise<boolean> {
  let allAccepted = true
  for (const path of order.paths) {
    const bundles = await findBundles(path)
    if (bundles.length === 0) {
      process.stderr.write(`intake: no bundle at ${path}\n`)
      allAccepted = false
    }
    for (const bundle of bundles) {
      const reply = await send(order.server, bundle)
      process.stdout.write(
        order.json ? `${JSON.stringify({ bundle: bundle.path, ...reply })}\n` : describe(bundle, reply),
      )
      allAccepted &&= reply.outcome === 'accepted'
    }
  }
  return allAccepted
}

async function send(server: IntakeServer, bundle: BundleSource): Promise<IntakeReply> {
  const packed = await packBundle(bundle)
  return packed.ok ? sendBundle(server, packed.value) : { outcome: 'refused', problems: [...packed.error] }
}

function describe(bundle: BundleSource, reply: IntakeReply): string {
  if (reply.outcome === 'accepted') {
    const known = reply.duplicate ? ', received before' : ''
    return `accepted  ${bundle.name}  order ${reply.orderNumber} round ${reply.round}${known}\n`
  }
  const reasons = reply.problems.map(
    ({ code, path, message }) => `          ${[code, path, message].filter(Boolean).join('  ')}\n`,
  )
  return `refused   ${bundle.name}\n${reasons.join('')}`
}

async function main(): Promise<void> {
  const order = readOrder()
  if (typeof order === 'string') {
    process.stderr.write(`intake: ${order}\n${USAGE}\n`)
    process.exitCode = 1
    return
  }
  try {
    process.exitCode = (await sendAll(order)) ? 0 : 1
  } catch (error) {
    if (!(error instanceof IntakeUnavailableError)) {
      throw error
    }
    process.stderr.write(`intake: ${error.message}\n`)
    process.exitCode = 2
  }
}

await main()
