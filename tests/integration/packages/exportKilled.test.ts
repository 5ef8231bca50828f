import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { serialize } from 'node:v8'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOB_ID, openExportProfile } from './exportDesk'
import { passedCases } from './passedCase'
import { checkPackage } from '../../../cli/verifyPackage/checkPackage'

const run = promisify(execFile)
const SCRIPT = path.join(import.meta.dirname, 'exportKilledAt.ts')

let folders: string
let stored: Buffer

beforeAll(async () => {
  folders = await mkdtemp(path.join(os.tmpdir(), 'beian-killed-'))
  const cases = await passedCases(2)
  stored = serialize(cases.map(({ media: _, ...request }) => request))
})
afterAll(() => rm(folders, { recursive: true }))

async function makeRoot(name: string): Promise<string> {
  const root = path.join(folders, name)
  await mkdir(path.join(root, 'out'), { recursive: true })
  await writeFile(path.join(root, 'cases'), stored)
  return root
}

/** Goes on with the batch; answers how many steps it took, or null when it was killed. */
async function goOn(root: string, killAt: number): Promise<number | null> {
  try {
    const argv = ['--import', import.meta.resolve('tsx'), SCRIPT, root, String(killAt)]
    return Number((await run(process.execPath, argv)).stdout)
  } catch (error) {
    const { signal } = error as { readonly signal?: string }
    if (signal !== 'SIGKILL') {
      throw error
    }
    return null
  }
}

const STRANGER = '.somebody-elses.0123456789ab.part'

/** As a kill in the middle of writing a file leaves it. */
async function leaveUnfinished(root: string): Promise<void> {
  const data = await openExportProfile(root)
  const waiting = data.waitingExports({ jobId: JOB_ID, limit: 2 })
  data.closeProfile()
  const [name] = waiting.flatMap(({ intents }) => intents.map(({ fileName }) => fileName))
  expect(name).toMatch(/\.zip$/)
  await writeFile(path.join(root, 'out', `.${name ?? ''}.0123456789ab.part`), 'half of it')
  await writeFile(path.join(root, 'out', STRANGER), 'not ours')
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

interface Outcome {
  /** What stands in the folder, by name. */
  readonly files: Readonly<Record<string, string>>
  readonly registered: readonly string[]
  readonly kept: readonly string[]
  readonly audited: number
}

async function outcomeOf(root: string): Promise<Outcome> {
  const out = path.join(root, 'out')
  const names = (await readdir(out)).sort()
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(out, name))
      return [name, sha256(bytes)] as const
    }),
  )
  const register = await readFile(path.join(root, 'register.jsonl'), 'utf8')
  const data = await openExportProfile(root)
  const kept = data.listPackages().map(({ id, sha256 }) => `${id} ${sha256}`)
  const audited = data.auditToSend().entries.filter(({ action }) => action === 'package-exported').length
  expect(data.exportJobs()).toMatchObject([{ state: 'done', counts: { done: 2, failed: 0, waiting: 0 } }])
  data.closeProfile()
  return {
    files: Object.fromEntries(files),
    registered: register.trim().split('\n').sort(),
    kept: kept.sort(),
    audited,
  }
}

describe('a batch that is killed', () => {
  it('ends with the same files, the same register and one audit entry a package, wherever it was killed', async () => {
    const inPeace = await makeRoot('in-peace')
    const steps = await goOn(inPeace, 0)
    expect(steps).toBeGreaterThan(12)
    const expected = await outcomeOf(inPeace)
    expect(expected.audited).toBe(2)
    expect(Object.keys(expected.files)).toHaveLength(4)

    const killed = await makeRoot('killed')
    // Each of these is another place of the sequence: before and after register, intent, both files, the end.
    for (const step of [1, 3, 5, 6, 7, 8]) {
      expect(await goOn(killed, step), `step ${String(step)}`).toBeNull()
      const out = path.join(killed, 'out')
      // Whatever has a package's name is whole.
      for (const name of (await readdir(out)).filter((file) => file.endsWith('.zip'))) {
        expect((await checkPackage(await readFile(path.join(out, name)))).faults).toEqual([])
      }
    }
    await leaveUnfinished(killed)
    expect(await goOn(killed, 0)).not.toBeNull()
    const { files, ...outcome } = await outcomeOf(killed)
    // What was half written is gone; what is not ours was not touched.
    expect(files).toEqual({ ...expected.files, [STRANGER]: sha256('not ours') })
    expect({ ...outcome, files: expected.files }).toEqual(expected)
  }, 240_000)
})
