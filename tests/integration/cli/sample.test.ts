import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProgram, type Ended } from '../../helpers/serverProcess'
import type { SamplingRegisterFile } from '../../../shared/protocol/sampling'

/** Each step is a process of its own, on a machine that does more. */
const LIMIT = 60_000
const SEED = 'c0'.repeat(32)
const REVIEWER = v7()

/** A register as a server keeps it, drawn here by the formula of docs/supervision.md and not by the code under test. */
function registerOf(count: number): SamplingRegisterFile {
  const entries = Array.from({ length: count }, (_, at): SamplingRegisterFile['entries'][number] => {
    const place = { caseId: v7(), round: 1, caseVersion: 2 }
    const mac = createHmac('sha256', Buffer.from(SEED, 'hex')).update(`${place.caseId} 1 2`).digest()
    return {
      ...{ ...place, reviewerId: REVIEWER, province: '330000', filingType: 'change', level: 'normal' },
      ...{ permille: 400, drawn: mac.readUInt32BE(0) < 0.4 * 2 ** 32, step: at + 1 },
      ...{ outcome: null, outcomeStep: null },
    }
  })
  return {
    ...{ format: 'beian-desk/sampling-register', version: 1, seed: SEED, entries },
    plan: {
      id: v7(),
      terms: {
        rates: { reduced: 400, normal: 400, tightened: 400 },
        floors: [],
        rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
        blind: true,
      },
      seedSha256: createHash('sha256').update(Buffer.from(SEED, 'hex')).digest('hex'),
      ...{ startedAt: '2026-11-01T01:00:00.000Z', endedAt: '2026-11-20T01:00:00.000Z' },
    },
  }
}

describe('npm run sample', { timeout: LIMIT }, () => {
  let folder: string
  const register = registerOf(40)

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'sample-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function sample(content: unknown, ...options: readonly string[]): Promise<Ended> {
    const file = path.join(folder, 'register.json')
    await writeFile(file, JSON.stringify(content))
    return startProgram('cli/sample.ts', [...options, file], {}).ended
  }

  it('draws the same passes from the seed, without any database', async () => {
    const same = await sample(register)
    expect(same).toMatchObject({ code: 0 })
    const drawn = register.entries.filter((entry) => entry.drawn).length
    expect(drawn).toBeGreaterThan(0)
    expect(same.stdout).toContain(`40 passes, ${String(drawn)} drawn by the seed`)
    expect(same.stdout).toContain('the register is what plan and seed give')
    expect(same.stdout).toContain(register.plan.seedSha256)
  })

  it('names the pass that somebody spared', async () => {
    const spared = register.entries.findIndex((entry) => entry.drawn)
    const entries = register.entries.map((entry, at) => (at === spared ? { ...entry, drawn: false } : entry))
    const told = await sample({ ...register, entries }, '--json')
    expect(told).toMatchObject({ code: 1 })
    expect(JSON.parse(told.stdout)).toMatchObject({
      problems: [{ code: 'draw-differs', caseId: register.entries[spared]?.caseId, round: 1 }],
    })
  })

  it('does not take another seed for that of the plan', async () => {
    const told = await sample({ ...register, seed: 'ab'.repeat(32) })
    expect(told).toMatchObject({ code: 1 })
    expect(told.stdout).toContain('seed-differs')
  })

  it('says which field of a file is wrong, and how it is used', async () => {
    const broken = await sample({ ...register, seed: 'short' })
    expect(broken).toMatchObject({ code: 2 })
    expect(broken.stderr).toContain('register.json seed:')
    const unused = await startProgram('cli/sample.ts', [], {}).ended
    expect(unused.stderr).toContain('Usage: npm run --silent sample')
  })
})
