import { parseArgs } from 'node:util'
import { z } from 'zod'
import { publicKeySchema } from '../shared/audit/signedHeads'
import { sha256Schema } from '../shared/domain/identity'
import { SIGNATURE_SUFFIX } from '../shared/package/packageSignature'
import { success, type Result } from '../shared/result'
import { checkPackage, type PackageReport } from './verifyPackage/checkPackage'
import { checkSignature, type SignatureReport } from './verifyPackage/checkSignature'
import { openEnvelope, readWhole } from './verifyPackage/openEnvelope'
import { describeFault, type PackageFault } from './verifyPackage/packageFault'

const USAGE = `Usage: npm run --silent verify-package -- [options] PACKAGE.zip|PACKAGE.zip.age ...

Checks submission packages and the signature beside each, PACKAGE.zip${SIGNATURE_SUFFIX}. Needs no database, no server
and no network.
  --signer KEY     public key of the provider's review server, 43 characters; a package must be signed by it. May be
                   given several times. Without it a signature shows that nothing was altered, not who made it.
  --signature FILE the signature, when it lies elsewhere; with a single package only
  --identity FILE  private key for encrypted packages (a line AGE-SECRET-KEY-1…; others are left out)
  --sha256 HASH    the hash recorded at the hand-over; with a single package only
  --json           one JSON object a line instead of text

Exit code 0: every package is whole. 1: at least one is not. 2: a file could not be read, or wrong use.`

const EXIT = { whole: 0, faulty: 1, unusable: 2 } as const

const optionsSchema = z
  .object({
    files: z.array(z.string()).min(1),
    json: z.boolean(),
    sha256: z.string().toLowerCase().pipe(sha256Schema).optional(),
    signature: z.string().optional(),
    signers: z.array(publicKeySchema),
    identity: z.string().optional(),
  })
  .refine(({ files, sha256, signature }) => files.length === 1 || (sha256 ?? signature) === undefined)
type Options = z.output<typeof optionsSchema>

process.exitCode = await run(process.argv.slice(2))

type Report = PackageReport & Omit<SignatureReport, 'faults'> & { readonly wasEncrypted: boolean }

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv)
  const identities = options ? await readIdentities(options.identity) : null
  if (!options || !identities) {
    process.stderr.write(`${USAGE}\n`)
    return EXIT.unusable
  }
  let exit: number = EXIT.whole
  for (const file of options.files) {
    const verified = await verify(file, options, identities)
    if (!verified.ok) {
      print(options.json, { file, error: verified.error }, `${file}: ${verified.error}`)
      exit = EXIT.unusable
      continue
    }
    const report = verified.value
    print(options.json, { file, ok: report.faults.length === 0, ...report }, describeReport(file, report))
    if (report.faults.length > 0 && exit === EXIT.whole) {
      exit = EXIT.faulty
    }
  }
  return exit
}

async function verify(
  file: string,
  options: Options,
  identities: readonly string[],
): Promise<Result<Report, string>> {
  const opened = await openEnvelope(file, identities)
  if (!opened.ok) {
    return opened
  }
  const { bytes, wasEncrypted, packageFile } = opened.value
  const report = await checkPackage(bytes)
  const signatureFile = options.signature ?? `${packageFile}${SIGNATURE_SUFFIX}`
  const read = await readWhole(signatureFile)
  if (!read.ok && options.signature !== undefined) {
    return { ok: false, error: `its signature ${signatureFile} ${read.error}` }
  }
  const { faults, ...signed } = checkSignature({
    packageBytes: bytes,
    manifest: report.manifest,
    signature: read.ok ? { name: signatureFile, bytes: read.value } : null,
    pinned: options.signers,
  })
  const all = [...report.faults, ...faults, ...hashFaults(report, options.sha256)]
  return success({ ...report, ...signed, wasEncrypted, faults: all })
}

function readOptions(argv: readonly string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        sha256: { type: 'string' },
        signature: { type: 'string' },
        signer: { type: 'string', multiple: true, default: [] },
        identity: { type: 'string' },
      },
    })
    const { json, sha256, signature, signer, identity } = values
    const parsed = optionsSchema.safeParse({
      files: positionals,
      json,
      sha256,
      signature,
      signers: signer,
      identity,
    })
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Null when the file cannot be read or holds no key. */
async function readIdentities(file: string | undefined): Promise<readonly string[] | null> {
  if (file === undefined) {
    return []
  }
  const read = await readWhole(file)
  const lines = read.ok ? read.value.toString('utf8').split(/\r?\n/) : []
  const keys = lines.filter((line) => /^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(line))
  return keys.length > 0 ? keys : null
}

function hashFaults(report: PackageReport, sha256: string | undefined): readonly PackageFault[] {
  const isRight = sha256 === undefined || report.sha256 === sha256
  return isRight ? [] : [{ code: 'hash-differs', path: '', detail: report.sha256 }]
}

function describeReport(file: string, report: Report): string {
  const { faults, manifest, sha256, signedBy, isPinned, wasEncrypted } = report
  const lines = [`${file}: ${faults.length === 0 ? 'whole' : `${String(faults.length)} fault(s)`}`]
  lines.push(...faults.map((fault) => `  ! ${describeFault(fault)}`))
  if (manifest) {
    lines.push(
      `  order ${manifest.orderNumber} · round ${String(manifest.round)} · case version ${String(manifest.caseVersion)}`,
      `  rule pack ${manifest.rulePack} · application ${manifest.applicationVersion}`,
      `  audit entry ${manifest.auditHead}`,
      `  ${String(manifest.files.length)} files in the manifest${wasEncrypted ? ' · was encrypted' : ''}`,
    )
  }
  lines.push(`  ${describeSigner(signedBy, isPinned)}`, `  SHA-256 ${sha256}`)
  return lines.join('\n')
}

function describeSigner(signedBy: string | null, isPinned: boolean | null): string {
  if (signedBy === null) {
    return 'not signed'
  }
  return isPinned === true
    ? `signed by the key given, ${signedBy}`
    : `signed by ${signedBy}; --signer says whether that is the provider`
}

function print(asJson: boolean, value: object, text: string): void {
  process.stdout.write(`${asJson ? JSON.stringify(value) : text}\n`)
}
