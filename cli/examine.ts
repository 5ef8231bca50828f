import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ExaminationReport, ExaminedFile } from './examine/examinationReport'
import { examineFile } from './examine/examineFile'
import { paperOf } from './examine/paperOf'
import { createMediaHost } from '../electron/common/mediaProcess/createMediaHost'
import { stdioTransport } from '../electron/common/mediaProcess/stdioTransport'

const USAGE = `Usage: npm run --silent examine -- FILE... [--kind KIND] [--face FACE] [--entity individual|organization]

Examines pictures and PDF documents as the workstation does and prints facts, findings and what was read as JSON.
Needs no database, no server and no network.
  --kind KIND      what paper they are, as resident-id or business-licence; without it, supplementary
  --face FACE      which face of it; without it, the first one that the kind has
  --entity ENTITY  whose filing it is: organisations seal their statements

Exit code 0: examined, whatever the findings. 1: a file cannot be decoded; it is named. 2: wrong use, or a file cannot
be read.`

const EXIT = { examined: 0, bad: 1, unusable: 2 } as const
const PROCESS = path.resolve(import.meta.dirname, '../electron/media/process.ts')

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  const order = readOrder(argv)
  if (order === null) {
    return misused(USAGE)
  }
  const paper = await paperOf(order)
  if (!paper.ok) {
    return misused(`examine: ${paper.error}`)
  }
  const files: { readonly file: string; readonly bytes: Uint8Array }[] = []
  for (const file of order.files) {
    try {
      files.push({ file, bytes: await readFile(file) })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
      return misused(`examine: ${file} cannot be read (${code})`)
    }
  }
  return examineAll(files, paper.value)
}

async function examineAll(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
  paper: ExaminationReport['paper'],
): Promise<number> {
  const start = stdioTransport({
    nodePath: process.execPath,
    nodeArguments: ['--import', import.meta.resolve('tsx')],
    scriptPath: PROCESS,
  })
  // One process: files are few, and reading is what takes long.
  const host = createMediaHost({ start, size: 1 })
  const examined: ExaminedFile[] = []
  let code: number = EXIT.examined
  try {
    for (const { file, bytes } of files) {
      const answer = await examineFile(host, file, bytes, paper)
      if (answer.ok) {
        examined.push(answer.value)
      }
      const problem = answer.ok ? problemOf(answer.value) : answer.error
      if (problem !== null) {
        process.stderr.write(`examine: ${file} cannot be decoded (${problem})\n`)
        code = EXIT.bad
      }
    }
  } finally {
    await host.close()
  }
  const report: ExaminationReport = { format: 'beian-desk/examination', version: 1, paper, files: examined }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  return code
}

function problemOf({ facts, findings }: ExaminedFile): string | null {
  const isBad = findings.some(({ check, verdict }) => check === 'decodable' && verdict === 'fail')
  return isBad ? (facts.mediaType === null ? 'no format that is taken' : `damaged ${facts.mediaType}`) : null
}

interface Order {
  readonly files: readonly string[]
  readonly kind: string | undefined
  readonly face: string | undefined
  readonly entity: string | undefined
}

function readOrder(argv: readonly string[]): Order | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { kind: { type: 'string' }, face: { type: 'string' }, entity: { type: 'string' } },
    })
    const { kind, face, entity } = values
    return positionals.length === 0 ? null : { files: positionals, kind, face, entity }
  } catch {
    return null
  }
}

function misused(text: string): number {
  process.stderr.write(`${text}\n`)
  return EXIT.unusable
}
