import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import type { ExaminedFinding } from '../../../electron/common/mediaProcess/messages'
import type { DocumentKind } from '../../../shared/domain/documentKinds'
import { realMediaHost } from '../../bench/examine/realMediaHost'
import { covering, drawOtherFigure } from '../../specimens/corpus/otherFigure'
import { FIGURE_DEFS, drawFigure } from '../../specimens/pictures/figure'

/** None of the faces on which the bounds were set. */
const SEEDS = Array.from({ length: 40 }, (_, index) => `unseen-face-${String(index)}`)
const FRAME = { width: 1000, height: 750 }
const CLOTH = '#6b6f75'
const LIMIT_MS = 120_000

const host = realMediaHost(1)
afterAll(() => host.close())

type Draw = (seed: string) => string
const plain: Draw = (seed) => drawOtherFigure(seed, { cloth: CLOTH })
const covered =
  (cover: 'glasses' | 'hand'): Draw =>
  (seed) =>
    drawOtherFigure(seed, { cloth: CLOTH, cover })

function firstPerson(faceSeed: string, sex: 'male' | 'female'): string {
  return drawFigure({ faceSeed, sex } as Parameters<typeof drawFigure>[0], CLOTH)
}

/** A person whose box of 400 by 500 is enlarged `scale` times and stands on the lower border, `x` from the left. */
function person(svg: string, scale = 1.15, x = FRAME.width / 2 - 200 * scale): string {
  return `<g transform="translate(${x} ${FRAME.height - 500 * scale}) scale(${scale})">${svg}</g>`
}

function photo(...people: readonly string[]): Buffer {
  const marks = Array.from(
    { length: 12 },
    (_, at) =>
      `<rect x="${70 + (at % 4) * 270}" y="${60 + Math.floor(at / 4) * 240}" width="90" height="12" fill="#7fa6d8"/>`,
  )
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${FRAME.width}" height="${FRAME.height}"><defs>${FIGURE_DEFS}</defs><rect width="100%" height="100%" fill="#dbe7f5"/>${marks.join('')}${people.join('')}</svg>`,
  )
}

async function examine(
  svg: Buffer,
  { kind = 'backdrop-photo', light = 1 }: { readonly kind?: DocumentKind; readonly light?: number } = {},
): Promise<readonly ExaminedFinding[]> {
  const bytes = await sharp(svg).flatten().linear(light, 0).jpeg({ quality: 88 }).toBuffer()
  const answer = await host.examine({ bytes, kind, face: 'face', entityKind: 'organization' })
  if (!answer.ok) {
    throw new Error(answer.error)
  }
  return answer.value.findings.filter(({ check }) => check.startsWith('face-') || check === 'eyes-visible')
}

function verdicts(findings: readonly ExaminedFinding[]): Readonly<Record<string, string>> {
  return Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]))
}

function seedWith(draw: Draw, fits: (svg: string) => boolean): string {
  const seed = SEEDS.find((name) => fits(draw(name)))
  if (seed === undefined) {
    throw new Error('No such face among the seeds')
  }
  return seed
}

const bare = seedWith(plain, (svg) => !svg.includes('r="25"'))
const wearer = seedWith(plain, (svg) => svg.includes('r="25"'))
const FINE = { 'face-count': 'pass', 'face-size': 'pass', 'eyes-visible': 'pass' }

describe('faces before the backdrop', { timeout: LIMIT_MS }, () => {
  it.each([
    ['nobody', photo(), { 'face-count': 'fail' }],
    ['one person', photo(person(plain(bare))), FINE],
    ['one person behind clear glasses', photo(person(plain(wearer))), FINE],
    ['a man of the first draughtsman', photo(person(firstPerson('unseen-1', 'male'))), FINE],
    ['a woman of the first draughtsman', photo(person(firstPerson('unseen-2', 'female'))), FINE],
    ['a person far away', photo(person(plain(bare), 0.33)), { 'face-count': 'pass', 'face-size': 'unsure' }],
    [
      'a person in dark glasses',
      photo(person(covered('glasses')(bare))),
      { ...FINE, 'eyes-visible': 'unsure' },
    ],
  ] as const)('%s', async (_, picture, expected) => {
    expect(verdicts(await examine(picture))).toEqual(expected)
  })

  it('counts two persons and marks both', async () => {
    const both = photo(person(plain(bare), 0.95, 40), person(plain(wearer), 0.95, 580))
    const findings = await examine(both)
    const count = findings.find(({ check }) => check === 'face-count')
    expect(count).toMatchObject({ verdict: 'fail', value: 2 })
    expect(count?.region?.x).toBeLessThan(0.3)
    expect((count?.region?.x ?? 0) + (count?.region?.width ?? 0)).toBeGreaterThan(0.7)
  })

  it('never passes eyes behind a hand, whether the face is found or not', async () => {
    for (const seed of SEEDS.slice(0, 6)) {
      const told = verdicts(await examine(photo(person(covered('hand')(seed)))))
      expect(told['eyes-visible'] ?? told['face-count'], seed).toMatch(/unsure|fail/)
    }
    const behind = firstPerson('unseen-3', 'male') + covering('hand', '#eac4a2')
    expect(verdicts(await examine(photo(person(behind))))['eyes-visible']).not.toBe('pass')
  })

  it('points at the face and at its eyes', async () => {
    const findings = await examine(photo(person(plain(bare))))
    const [count, size, eyes] = findings.map(({ region }) => region)
    for (const region of [count, size]) {
      // The head is from 98 to 350 of the drawn 500, at 1.15 times on the lower border.
      expect(region?.y).toBeGreaterThan(0.35)
      expect((region?.y ?? 1) + (region?.height ?? 1)).toBeLessThan(0.83)
      expect((region?.x ?? 0) + (region?.width ?? 0) / 2).toBeCloseTo(0.5, 1)
    }
    // The eyes are at 224.
    const line = (FRAME.height - (500 - 224) * 1.15) / FRAME.height
    expect((eyes?.y ?? 0) + (eyes?.height ?? 0) / 2).toBeCloseTo(line, 1)
    expect(eyes?.width).toBeLessThan(count?.width ?? 0)
  })

  it('says nothing of faces where light has spoilt the picture, and of papers', async () => {
    const svg = photo(person(plain(bare)))
    expect(await examine(svg, { light: 0.2 })).toEqual([])
    expect(await examine(svg, { kind: 'filing-commitment' })).toEqual([])
  })

  it('asks a photo with a certificate in the hand for no more than a face', async () => {
    const two = photo(person(plain(bare)), person(plain(wearer), 0.35, 760))
    expect(verdicts(await examine(two, { kind: 'handheld-certificate' }))).toEqual({ 'face-count': 'pass' })
    expect(verdicts(await examine(photo(), { kind: 'handheld-certificate' }))).toEqual({
      'face-count': 'fail',
    })
  })

  it('lets nothing out of the process by which a face could be told again', async () => {
    for (const finding of await examine(photo(person(plain(bare))))) {
      expect(Object.keys(finding).toSorted()).toEqual([
        'check',
        'region',
        'threshold',
        'unit',
        'value',
        'verdict',
      ])
      expect(typeof finding.value).toBe('number')
    }
  })
})
