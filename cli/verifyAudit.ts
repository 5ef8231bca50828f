import { parseArgs } from 'node:util'
import { describeAuditFault } from './verifyAudit/auditFault'
import { checkAudit, type PackageHead } from './verifyAudit/checkAudit'
import { AuditUnavailableError, fetchAudit } from './verifyAudit/fetchAudit'
import { AuditFileError, keepAudit, readAudit } from './verifyAudit/keptAudit'
import { packageHead } from './verifyAudit/packageHead'
import type { AuditLine } from './verifyAudit/auditLine'
import { isSafeLine } from '../shared/protocol/safeLine'

const USAGE = `Usage: npm run --silent verify-audit -- [--json] [--package FILE.zip]... FILE
       npm run --silent verify-audit -- [--json] [--package FILE.zip]... --server URL [--keep FILE]

Checks the audit chains of a review server and of its workstations, and that submission packages stand in them.
  FILE          an audit that was kept; needs no server
  --server URL  reads it from a server (https, or http on this machine) as the auditor BEIAN_USERNAME with BEIAN_PASSWORD
  --keep FILE   also writes what was read to a new file
  --package     a submission package whose audit entry must be in the chain
  --json        one JSON object

Exit code 0: everything fits. 1: something does not. 2: could not be read, or wrong use.`

const EXIT = { whole: 0, faulty: 1, unusable: 2 } as const

interface Order {
  readonly source: { readonly file: string } | { readonly url: string; readonly keep: string | undefined }
  readonly packages: readonly string[]
  readonly json: boolean
}

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  const order = readOrder(argv)
  if (order === null) {
    process.stderr.write(`${USAGE}\n`)
    return EXIT.unusable
  }
  try {
    const heads = await readHeads(order.packages)
    const report = await checkAudit(linesOf(order), heads)
    const told = report.faults.map((fault) => `  ! ${describeAuditFault(fault)}\n`).join('')
    const verdict =
      report.faults.length === 0 ? 'everything fits' : `${String(report.faults.length)} fault(s)`
    const counts = `${String(report.entries)} entries, ${String(report.devices)} device(s), ${String(heads.length)} package(s)`
    process.stdout.write(order.json ? `${JSON.stringify(report)}\n` : `${verdict}: ${counts}\n${told}`)
    return report.faults.length === 0 ? EXIT.whole : EXIT.faulty
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) {
      throw error
    }
    process.stderr.write(`verify-audit: ${reason}\n`)
    return EXIT.unusable
  }
}

function readOrder(argv: readonly string[]): Order | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        server: { type: 'string' },
        keep: { type: 'string' },
        package: { type: 'string', multiple: true, default: [] },
      },
    })
    const { json, server: url, keep, package: packages } = values
    const [file, ...rest] = positionals
    if (url !== undefined) {
      const isUsable = positionals.length === 0 && URL.canParse(url) && isSafeLine(new URL(url))
      return isUsable ? { source: { url, keep }, packages, json } : null
    }
    return file !== undefined && rest.length === 0 && keep === undefined
      ? { source: { file }, packages, json }
      : null
  } catch {
    return null
  }
}

function linesOf({ source }: Order): AsyncIterable<AuditLine> {
  if ('file' in source) {
    return readAudit(source.file)
  }
  const { BEIAN_USERNAME: username = '', BEIAN_PASSWORD: password = '' } = process.env
  const lines = fetchAudit({ url: source.url, username, password })
  return source.keep === undefined ? lines : keepAudit(lines, source.keep)
}

async function readHeads(files: readonly string[]): Promise<readonly PackageHead[]> {
  const heads: PackageHead[] = []
  for (const file of files) {
    const head = await packageHead(file)
    if (head === null) {
      throw new AuditFileError(`${file} is no submission package`)
    }
    heads.push(head)
  }
  return heads
}

/** What an operator is told; null for what is a bug. */
function reasonOf(error: unknown): string | null {
  if (error instanceof AuditUnavailableError || error instanceof AuditFileError) {
    return error.message
  }
  return error instanceof Error && 'code' in error ? `a file cannot be used (${String(error.code)})` : null
}
