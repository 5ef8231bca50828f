import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examinationReportSchema } from '../../../cli/examine/examinationReport'
import { publishedSchemas } from '../../../cli/schemas/publishedSchemas'
import type { CorpusItem } from '../../specimens/corpus/labels'
import { makePicture } from '../../specimens/corpus/makePicture'

const ROOT = path.resolve(import.meta.dirname, '../../..')
/** A process that loads the models and reads a card, on a machine that is busy with other tests. */
const SLOW = 120_000

interface Ran {
  readonly code: number
  readonly output: string
  readonly errors: string
}

function examine(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs')
    execFile(process.execPath, [tsx, 'cli/examine.ts', ...args], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout, errors: stderr })
    })
  })
}

const CARD = {
  id: 'examining',
  world: 'tuning',
  paper: { kind: 'resident-id', face: 'portrait', entityKind: 'organization' },
  fault: null,
  trap: null,
} as const satisfies CorpusItem

let folder: string
let card: string
let fields: Readonly<Record<string, string | undefined>>
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-examining-'))
  const made = await makePicture(CARD)
  card = path.join(folder, 'card.jpg')
  fields = made.label.fields
  await writeFile(card, made.bytes)
}, SLOW)
afterAll(() => rm(folder, { recursive: true }))

describe('npm run examine', () => {
  it(
    'prints facts, findings and what was read, in the published form',
    async () => {
      const ran = await examine(card, '--kind', 'resident-id', '--face', 'portrait')
      expect(ran).toMatchObject({ code: 0, errors: '' })
      const report = examinationReportSchema.parse(JSON.parse(ran.output))
      expect(report.paper).toEqual({ kind: 'resident-id', face: 'portrait', entity: null })
      const [file] = report.files
      expect(file).toMatchObject({
        file: card,
        facts: { mediaType: 'image/jpeg', bytes: (await readFile(card)).length },
      })
      expect(file?.findings.find(({ check }) => check === 'sharpness')).toMatchObject({ verdict: 'pass' })
      const number = file?.fields.find(({ field }) => field === 'number')
      expect(number).toMatchObject({ value: fields['number'], proof: 'check-digit' })
    },
    SLOW,
  )

  it(
    'names the file that cannot be decoded, examines the others and ends with 1',
    async () => {
      const broken = path.join(folder, 'broken.jpg')
      await writeFile(broken, (await readFile(card)).subarray(0, 9000))
      const ran = await examine(broken, card)
      expect(ran.code).toBe(1)
      expect(ran.errors).toContain(`${broken} cannot be decoded`)
      const report = examinationReportSchema.parse(JSON.parse(ran.output))
      expect(report.paper).toEqual({ kind: 'supplementary', face: 'page', entity: null })
      const decodable = report.files.map(({ findings }) =>
        findings.find(({ check }) => check === 'decodable'),
      )
      expect(decodable.map((finding) => finding?.verdict)).toEqual(['fail', 'pass'])
    },
    SLOW,
  )

  it.each([
    ['no file', [], 'Usage:'],
    ['a file that is not there', ['nowhere.jpg'], 'nowhere.jpg cannot be read (ENOENT)'],
    ['a folder', ['docs'], 'docs cannot be read (EISDIR)'],
    ['a kind that is none', ['package.json', '--kind', 'passeport'], 'there is no kind passeport'],
    [
      'a face that the kind has not',
      ['package.json', '--kind', 'resident-id', '--face', 'back'],
      'resident-id has no face back; it has: portrait, emblem',
    ],
    ['an entity that is none', ['package.json', '--entity', 'firm'], 'there is no entity firm'],
    ['a switch that is none', ['package.json', '--sharp'], 'Usage:'],
  ])(
    'refuses %s with 2 and says why',
    async (_, args, said) => {
      const ran = await examine(...args)
      expect(ran).toMatchObject({ code: 2, output: '' })
      expect(ran.errors).toContain(said)
    },
    SLOW,
  )

  it('publishes the form of its report', async () => {
    const file = path.join(ROOT, 'docs/schema/examination.schema.json')
    expect(publishedSchemas()['examination.schema.json']).toEqual(JSON.parse(await readFile(file, 'utf8')))
  })
})
