import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checklistReportSchema } from '../../../cli/checklist/checklistReport'
import { publishedSchemas } from '../../../cli/schemas/publishedSchemas'
import { adviceSchema } from '../../../shared/advisor/advice'
import { makeBundle, writeBundle, zipBundle } from '../../specimens'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const SLOW = 60_000

interface Ran {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** Runs a command as its script in package.json does, and waits until it has ended. */
function runCommand(name: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs')
    const options = { cwd: ROOT, maxBuffer: 50_000_000 }
    execFile(process.execPath, [tsx, `cli/${name}.ts`, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code)
      resolve({ code, output: stdout, errors: stderr })
    })
  })
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-judging-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function specimen(
  name: string,
  options: Partial<Parameters<typeof makeBundle>[0]> = {},
): Promise<string> {
  const made = await makeBundle({
    seed: 'judging',
    filingType: 'first-filing',
    entityKind: 'individual',
    submittedAt: '2026-11-20T10:00:00+08:00',
    pictures: 'tiny',
    ...options,
  })
  const place = path.join(folder, name)
  await writeBundle(place, made)
  return place
}

describe('npm run checklist', () => {
  it(
    'judges a folder and a zip of it alike, in the published form',
    async () => {
      const place = await specimen('clean')
      const made = await makeBundle({
        seed: 'judging',
        filingType: 'first-filing',
        entityKind: 'individual',
        submittedAt: '2026-11-20T10:00:00+08:00',
        pictures: 'tiny',
      })
      const zip = path.join(folder, 'clean.zip')
      await writeFile(zip, zipBundle(made))
      const [ofFolder, ofZip] = await Promise.all(
        [place, zip].map((one) => runCommand('checklist', one, '--today', '2026-11-21')),
      )
      expect(ofFolder).toMatchObject({ code: 0, errors: '' })
      expect(ofZip?.output).toBe(ofFolder?.output)
      const report = checklistReportSchema.parse(JSON.parse(ofFolder?.output ?? ''))
      expect(report).toMatchObject({ filingType: 'first-filing', today: '2026-11-21' })
      expect(report.counts.fail).toBe(0)
      expect(report.lines.length).toBe(Object.values(report.counts).reduce((sum, count) => sum + count, 0))
    },
    SLOW,
  )

  it(
    'finds what is wrong with a filing',
    async () => {
      const place = await specimen('expired', { defects: ['expired-id'] })
      const ran = await runCommand('checklist', place, '--pack', '2026-11-21')
      expect(ran.code).toBe(0)
      const report = checklistReportSchema.parse(JSON.parse(ran.output))
      const line = report.lines.find(({ id }) => id === 'desk:person-certificate-valid')
      expect(line).toMatchObject({ machine: { verdict: 'fail' } })
    },
    SLOW,
  )

  it(
    'names the field of a bundle that is not in order, and refuses wrong use',
    async () => {
      const place = await specimen('bad')
      const file = path.join(place, 'filing.json')
      const filing = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
      await writeFile(file, JSON.stringify({ ...filing, province: 'nowhere' }))
      const ran = await runCommand('checklist', place)
      expect(ran.code).toBe(1)
      expect(JSON.parse(ran.output)).toMatchObject({
        problems: [{ code: 'field-invalid', path: 'province' }],
      })
      const empty = await mkdtemp(path.join(folder, 'empty-'))
      const none = await runCommand('checklist', empty)
      expect(none.code).toBe(1)
      expect(JSON.parse(none.output)).toMatchObject({ problems: [{ path: 'filing.json' }] })
      const wrong = [
        [],
        [path.join(folder, 'nothing')],
        [place, '--today', '31.12.2026'],
        [place, '--pack', '1999-01-01'],
      ]
      for (const args of wrong) {
        expect(await runCommand('checklist', ...args)).toMatchObject({ code: 2, output: '' })
      }
    },
    SLOW,
  )
})

describe('npm run advise', () => {
  async function ask(question: unknown): Promise<Ran> {
    const file = path.join(folder, 'question.json')
    await writeFile(file, typeof question === 'string' ? question : JSON.stringify(question))
    return runCommand('advise', file)
  }

  it(
    'prints the answer in the published form and tells by its status whether there is one',
    async () => {
      const answered = await ask({
        product: 'cdn',
        accelerationArea: 'outside-mainland',
        today: '2026-11-22',
      })
      expect(answered.code).toBe(0)
      expect(adviceSchema.parse(JSON.parse(answered.output)).topics[0]).toMatchObject({
        state: 'answered',
        findings: [{ verdict: 'not-required' }],
      })
      const open = await ask({ product: 'cdn' })
      expect(open.code).toBe(3)
      expect(adviceSchema.parse(JSON.parse(open.output)).topics[0]).toMatchObject({ state: 'open' })
    },
    SLOW,
  )

  it(
    'names the field that is wrong',
    async () => {
      const wrong = await ask({ product: 'toaster', colour: 'red' })
      expect(wrong.code).toBe(1)
      const { problems } = JSON.parse(wrong.output) as { readonly problems: ReadonlyArray<{ field: string }> }
      expect(problems.map(({ field }) => field).sort()).toEqual(['colour', 'product'])
      expect((await ask('not json')).code).toBe(1)
      expect((await runCommand('advise')).code).toBe(2)
      expect((await runCommand('advise', path.join(folder, 'nothing.json'))).code).toBe(2)
    },
    SLOW,
  )
})

it.each(Object.entries(publishedSchemas()))('%s in docs/schema is that of the code', async (name, schema) => {
  const published: unknown = JSON.parse(await readFile(path.join(ROOT, 'docs/schema', name), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(schema)))
})
