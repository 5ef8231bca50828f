import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { redrawRegister, type RedrawReport } from './sample/redrawRegister'
import { samplingRegisterFileSchema } from '../shared/protocol/sampling'

const USAGE = `Usage: npm run --silent sample -- [--json] REGISTER.json

Draws an ended sampling plan anew from its seed and its register, as the screen of sampling saves them, and compares.
Needs no database, no server and no network. Compare the hash of the seed with the one in the audit of the plan's start:
it shows that the seed was there before the first draw.
  --json  the report as JSON instead of text

Exit code 0: the register is what plan and seed give. 1: it is not. 2: wrong use, or a file that is no register.`

const EXIT = { same: 0, differs: 1, unusable: 2 } as const

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [file, second] = positionals
    if (file === undefined || second !== undefined) {
      return misused(USAGE)
    }
    const read = samplingRegisterFileSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
    if (!read.success) {
      const told = read.error.issues.map(({ path, message }) => `${file} ${path.join('.')}: ${message}`)
      return misused(told.join('\n'))
    }
    const report = redrawRegister(read.data)
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : describe(report))
    return report.problems.length === 0 ? EXIT.same : EXIT.differs
  } catch (error) {
    return misused(`sample: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function misused(why: string): number {
  process.stderr.write(`${why}\n`)
  return EXIT.unusable
}

function describe({ plan, seedSha256, passes, drawn, problems }: RedrawReport): string {
  const lines = [
    `plan ${plan}, SHA-256 of the seed ${seedSha256}`,
    `${String(passes)} passes, ${String(drawn)} drawn by the seed`,
    ...(problems.length === 0 ? ['the register is what plan and seed give'] : []),
    ...problems.map(({ code, caseId, round }) =>
      caseId === undefined ? code : `${code}: case ${caseId}, round ${String(round)}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
