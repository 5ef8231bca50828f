import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { sha256Schema } from '../shared/domain/identity'
import { checkPackage, type PackageReport } from './verifyPackage/checkPackage'
import { describeFault, type PackageFault } from './verifyPackage/packageFault'

const USAGE = `Usage: npm run --silent verify-package -- [--json] [--sha256 HASH] PACKAGE.zip ...

Checks submission packages. Needs no database, no server and no network.
  --json          one JSON object a line instead of text
  --sha256 HASH   the hash recorded at the hand-over; with a single package only

Exit code 0: every package is whole. 1: at least one is not. 2: a file could not be read, or wrong use.`

/** ZIP without its 64-bit extension ends at 4 GB; Node reads files up to 2 GiB whole. */
const MAX_FILE_BYTES = 2 ** 31 - 1

const EXIT = { whole: 0, faulty: 1, unusable: 2 } as const

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv)
  if (!options) {
    process.stderr.write(`${USAGE}\n`)
    return EXIT.unusable
  }
  let exit: number = EXIT.whole
  for (const file of options.files) {
    const bytes = await readPackage(file)
    if (typeof bytes === 'string') {
      print(options.json, { file, error: bytes }, `${file}: ${bytes}`)
      exit = EXIT.unusable
      continue
    }
    const report = expectHash(await checkPackage(bytes), options.sha256)
    print(options.json, { file, ok: report.faults.length === 0, ...report }, describeReport(file, report))
    if (report.faults.length > 0 && exit === EXIT.whole) {
      exit = EXIT.faulty
    }
  }
  return exit
}

interface Options {
  readonly files: readonly string[]
  readonly json: boolean
  readonly sha256: string | undefined
}

function readOptions(argv: readonly string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, sha256: { type: 'string' } },
    })
    const sha256 = values.sha256?.toLowerCase()
    const isHashUsable =
      sha256 === undefined || (sha256Schema.safeParse(sha256).success && positionals.length === 1)
    return positionals.length > 0 && isHashUsable ? { files: positionals, json: values.json, sha256 } : null
  } catch {
    return null
  }
}

/** The bytes, or why there are none. */
async function readPackage(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file)
    return size > MAX_FILE_BYTES ? 'larger than a package can be' : await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return `cannot be read (${code})`
  }
}

function expectHash(report: PackageReport, sha256: string | undefined): PackageReport {
  if (sha256 === undefined || report.sha256 === sha256) {
    return report
  }
  const fault: PackageFault = { code: 'hash-differs', path: '', detail: report.sha256 }
  return { ...report, faults: [...report.faults, fault] }
}

function describeReport(file: string, { faults, manifest, sha256 }: PackageReport): string {
  const lines = [`${file}: ${faults.length === 0 ? 'whole' : `${String(faults.length)} fault(s)`}`]
  lines.push(...faults.map((fault) => `  ! ${describeFault(fault)}`))
  if (manifest) {
    lines.push(
      `  order ${manifest.orderNumber} · round ${String(manifest.round)} · case version ${String(manifest.caseVersion)}`,
      `  rule pack ${manifest.rulePack} · application ${manifest.applicationVersion}`,
      `  audit entry ${manifest.auditHead}`,
      `  ${String(manifest.files.length)} files in the manifest`,
    )
  }
  lines.push(`  SHA-256 ${sha256}`)
  return lines.join('\n')
}

function print(asJson: boolean, value: object, text: string): void {
  process.stdout.write(`${asJson ? JSON.stringify(value) : text}\n`)
}
