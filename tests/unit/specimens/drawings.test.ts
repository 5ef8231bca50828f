import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../shared/domain/provinces'
import { makeApplicant } from '../../specimens/filing/applicant'
import { makeApplication } from '../../specimens/filing/application'
import { planDocuments, planPhoto } from '../../specimens/filing/documents'
import { resolveOptions, type SpecimenOptions } from '../../specimens/options'
import { drawDocument } from '../../specimens/pictures/drawDocument'
import { renderArtwork } from '../../specimens/pictures/renderArtwork'
import type { Artwork } from '../../specimens/pictures/svg'

const PAPERS: readonly Partial<SpecimenOptions>[] = [
  { nature: 'foreign-representative-office', paper: 'passport' },
  { nature: 'enterprise', paper: 'hk-macao-permit', serviceKind: 'app', extras: ['pre-approval'] },
  { nature: 'individual', paper: 'hkmt-residence-permit', extras: ['residence-permit'] },
  { nature: 'institution' },
  { nature: 'law-firm' },
  { nature: 'government' },
  { nature: 'other' },
]

function drawAll(options: SpecimenOptions): readonly (readonly [string, Artwork])[] {
  const plan = resolveOptions(options)
  const applicant = makeApplicant(plan)
  const application = makeApplication(plan, applicant)
  const context = { applicant, application, today: plan.today, seed: plan.seed }
  return [...planDocuments(plan, applicant), planPhoto(applicant, 90)].map(
    (document) => [`${document.entry.kind} ${document.entry.face}`, drawDocument(document, context)] as const,
  )
}

function everyDrawing(): readonly (readonly [string, Artwork])[] {
  const ordinary = PROVINCES.flatMap(({ code: province }) =>
    FILING_TYPES.flatMap((filingType) =>
      drawAll({ seed: `${province}-${filingType}`, province, filingType }),
    ),
  )
  const rare = PAPERS.flatMap((options, index) =>
    drawAll({ seed: `rare-${String(index)}`, province: '310000', filingType: 'first-filing', ...options }),
  )
  return [...ordinary, ...rare]
}

/** Code points that a TrueType font maps to glyphs: its `cmap` table of format 12. */
async function readCoverage(): Promise<ReadonlySet<number>> {
  const require = createRequire(import.meta.url)
  const font = await readFile(
    require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  )
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0
  const cmap = font.readUInt32BE(entry + 8)
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  )
  const groups = subtables.find((at) => font.readUInt16BE(at) === 12) ?? 0
  const covered = new Set<number>()
  for (let index = 0; index < font.readUInt32BE(groups + 12); index += 1) {
    const at = groups + 16 + index * 12
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) {
      covered.add(code)
    }
  }
  return covered
}

describe('drawings', () => {
  let drawings: readonly (readonly [string, Artwork])[] = []
  let covered: ReadonlySet<number> = new Set()

  beforeAll(async () => {
    drawings = everyDrawing()
    covered = await readCoverage()
  })

  it('use only characters that the font has, so that none becomes a box', () => {
    const missing = drawings.flatMap(([name, { body, overlays = [] }]) =>
      [body, ...overlays.map((overlay) => overlay.body)]
        .flatMap((svg) => Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), (match) => match[1] ?? ''))
        .flatMap((value) =>
          Array.from(value).filter((character) => !covered.has(character.codePointAt(0) ?? 0)),
        )
        .map((character) => `${name}: ${character}`),
    )
    expect(covered.size).toBeGreaterThan(20_000)
    expect(new Set(missing)).toEqual(new Set())
  })

  it('say on every paper but photo and icon that it is a specimen', () => {
    const silent = drawings.filter(
      ([, { body, setting }]) => (setting === 'card' || setting === 'sheet') && !/样本|SPECIMEN/.test(body),
    )
    expect(silent.map(([name]) => name)).toEqual([])
    expect(new Set(drawings.map(([name]) => name)).size).toBeGreaterThan(25)
  })

  it('are valid SVG with something on it', async () => {
    const byName = new Map(drawings)
    for (const [name, artwork] of byName) {
      const { data } = await renderArtwork({ ...artwork, overlays: [] }, 240)
      const colours = new Set(
        Array.from({ length: data.length / 4 }, (_, index) => data.readUInt32BE(index * 4)),
      )
      expect(colours.size, name).toBeGreaterThan(20)
    }
  }, 60_000)
})
