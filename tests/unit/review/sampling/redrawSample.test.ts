import { createHash, createHmac } from 'node:crypto'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { redrawSample } from '../../../../shared/review/sampling/redrawSample'
import {
  drawMessage,
  isDrawn,
  rateOf,
  samplingTermsSchema,
  type SampleEntry,
} from '../../../../shared/review/sampling/samplingPlan'
import { afterLook, FIRST_STAND } from '../../../../shared/review/sampling/samplingStand'

const SEED = 'c0ffee'.padEnd(64, '0')
const CRYPTO = {
  sha256: (seed: string) => createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex'),
  hmacSha256: (seed: string, message: string) =>
    createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex'),
}
const TERMS = samplingTermsSchema.parse({
  rates: { reduced: 100, normal: 300, tightened: 600 },
  floors: [{ province: '330000', filingType: 'change', permille: 900 }],
  rule: { tightenFaults: 2, tightenOf: 5, relaxAfter: 5, reduceAfter: 10 },
  blind: true,
})
const PLAN = { terms: TERMS, seedSha256: CRYPTO.sha256(SEED) }

/** A register kept as the rules say: two reviewers, every ninth look a fault. */
function keepRegister(length: number): SampleEntry[] {
  const entries: SampleEntry[] = []
  for (const reviewerId of [v7(), v7()]) {
    let [stand, step, looks] = [FIRST_STAND, 0, 0]
    for (let pass = 0; pass < length; pass += 1) {
      const place = { caseId: v7(), round: 1 + (pass % 2), caseVersion: 1 + (pass % 3) }
      const stratum = {
        province: pass % 5 === 0 ? '330000' : '110000',
        filingType: pass % 2 === 0 ? ('change' as const) : ('first-filing' as const),
      }
      const permille = rateOf(TERMS, stand.level, stratum)
      const drawn = isDrawn(CRYPTO.hmacSha256(SEED, drawMessage(place)), permille)
      step += 1
      const entry = { ...place, ...stratum, reviewerId, level: stand.level, permille, drawn, step }
      if (!drawn) {
        entries.push({ ...entry, outcome: null, outcomeStep: null })
        continue
      }
      looks += 1
      const outcome = looks % 9 < 2 ? 'overruled' : 'agreed'
      stand = afterLook(stand, outcome, TERMS.rule)
      step += 1
      entries.push({ ...entry, outcome, outcomeStep: step })
    }
  }
  return entries
}

const REGISTER = keepRegister(400)

function codesAfter(change: (entry: SampleEntry, index: number) => SampleEntry): readonly string[] {
  const problems = redrawSample(PLAN, SEED, REGISTER.map(change), CRYPTO)
  return [...new Set(problems.map(({ code }) => code))].toSorted()
}

/** Changes only the first entry that fits. */
function only(fits: (entry: SampleEntry) => boolean, change: (entry: SampleEntry) => SampleEntry) {
  const chosen = REGISTER.findIndex(fits)
  expect(chosen).toBeGreaterThanOrEqual(0)
  return (entry: SampleEntry, index: number) => (index === chosen ? change(entry) : entry)
}

describe('redrawSample', () => {
  it('finds nothing in a register that was kept as the plan says, whatever its order', () => {
    expect(new Set(REGISTER.map(({ level }) => level)).size).toBeGreaterThan(1)
    expect(redrawSample(PLAN, SEED, REGISTER, CRYPTO)).toEqual([])
    expect(redrawSample(PLAN, SEED, REGISTER.toReversed(), CRYPTO)).toEqual([])
  })

  it('draws about as often as the rate says', () => {
    const plain = REGISTER.filter(({ permille }) => permille === 300)
    const share = plain.filter(({ drawn }) => drawn).length / plain.length
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / plain.length))
  })

  it('notices another seed than the one that was stated', () => {
    const problems = redrawSample(PLAN, SEED.replace('c', 'd'), REGISTER, CRYPTO)
    expect(problems[0]).toEqual({ code: 'seed-differs' })
    expect(problems.some(({ code }) => code === 'draw-differs')).toBe(true)
  })

  it('notices a pass that was spared or looked at against the draw', () => {
    const spared = codesAfter(
      only(
        ({ drawn }) => drawn,
        (entry) => ({ ...entry, drawn: false }),
      ),
    )
    expect(spared).toEqual(['draw-differs', 'result-without-draw'])
    expect(
      codesAfter(
        only(
          ({ drawn }) => !drawn,
          (entry) => ({ ...entry, drawn: true }),
        ),
      ),
    ).toEqual(['draw-differs'])
  })

  it('notices a rate or level that the plan does not give', () => {
    expect(
      codesAfter(
        only(
          () => true,
          (entry) => ({ ...entry, permille: 1 }),
        ),
      ),
    ).toContain('rate-differs')
    expect(
      codesAfter(
        only(
          () => true,
          (entry) => ({ ...entry, level: 'reduced' }),
        ),
      ),
    ).toContain('level-differs')
  })

  it('notices a fault that was turned into an agreement, by the level that should have followed', () => {
    const softened = (entry: SampleEntry): SampleEntry =>
      entry.outcome === 'overruled' ? { ...entry, outcome: 'upheld' } : entry
    expect(codesAfter(softened)).toContain('level-differs')
  })

  it('notices an entry that was taken out', () => {
    const gap = REGISTER.filter((_, index) => index !== 3)
    expect(redrawSample(PLAN, SEED, gap, CRYPTO).map(({ code }) => code)).toContain('step-differs')
  })
})

describe('samplingTermsSchema', () => {
  it.each([
    ['rates that fall', { ...TERMS, rates: { reduced: 300, normal: 100, tightened: 600 } }],
    ['a rate of zero', { ...TERMS, rates: { ...TERMS.rates, reduced: 0 } }],
    ['a floor for everything', { ...TERMS, floors: [{ permille: 500 }] }],
    ['more faults than looks', { ...TERMS, rule: { ...TERMS.rule, tightenFaults: 6 } }],
  ])('refuses %s', (_, terms) => {
    expect(samplingTermsSchema.safeParse(terms).success).toBe(false)
  })

  it('takes the higher of level and fitting floors', () => {
    const pass = { province: '330000', filingType: 'change' } as const
    expect(rateOf(TERMS, 'tightened', pass)).toBe(900)
    expect(rateOf(TERMS, 'tightened', { ...pass, filingType: 'claim' })).toBe(600)
    expect(rateOf(TERMS, 'reduced', { ...pass, province: '110000' })).toBe(100)
  })
})
