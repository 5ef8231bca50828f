import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ExaminedFinding } from '../../../electron/common/mediaProcess/messages'
import type { ImageCheck } from '../../../shared/imaging/findings'
import { examinePicture } from '../../../electron/media/images/examinePicture'
import type { PlannedDocument } from '../../specimens/filing/plannedDocument'
import { documentOf, planPictures } from './plannedPictures'

/** Not the seeds on which the thresholds were set. */
const SEEDS = Array.from({ length: 12 }, (_, index) => `unseen-${String(index)}`)
/** Some 70 drawings and as many examinations: most of a minute when the machine has nothing else to do. */
const RENDER_LIMIT_MS = 900_000
const EXAMINE_LIMIT_MS = 180_000

const HOW_IT_LIES = ['orientation', 'skew', 'cropped-edges', 'card-fill']

interface Specimen {
  readonly document: PlannedDocument
  readonly bytes: Uint8Array
}

const licences: Specimen[] = []
const statements: Specimen[] = []
const unsealed: Specimen[] = []
const photos: Specimen[] = []
const colouredClothes: Specimen[] = []
const cards: Specimen[] = []

beforeAll(async () => {
  for (const [index, seed] of SEEDS.entries()) {
    const pictures = planPictures(seed)
    const draw = async (
      into: Specimen[],
      fits: (document: PlannedDocument) => boolean,
      change: Partial<PlannedDocument> = {},
    ): Promise<void> => {
      const document = { ...documentOf(pictures, fits), ...change }
      into.push({ document, bytes: await pictures.render(document) })
    }
    const isStatement = ({ entry, sealed }: PlannedDocument): boolean =>
      sealed && entry.kind.endsWith('commitment')
    const isPhoto = ({ entry }: PlannedDocument): boolean => entry.kind === 'backdrop-photo'
    const face = index % 2 === 0 ? 'portrait' : 'emblem'
    await draw(licences, ({ entry }) => entry.kind === 'business-licence')
    if (index < 8) {
      await draw(cards, ({ entry }) => entry.kind === 'resident-id' && entry.face === face)
    }
    await draw(statements, isStatement)
    await draw(unsealed, isStatement, { sealed: false })
    await draw(photos, isPhoto)
    await draw(colouredClothes, isPhoto, { clothing: index % 2 === 0 ? 'red' : 'blue' })
  }
}, RENDER_LIMIT_MS)

const examined = new WeakMap<Specimen, readonly ExaminedFinding[]>()

/** Every specimen is examined once, however many tests ask for it. */
async function findingsOf(specimen: Specimen): Promise<readonly ExaminedFinding[]> {
  const known = examined.get(specimen)
  if (known) {
    return known
  }
  const { kind, face } = specimen.document.entry
  const findings = await examinePicture(specimen.bytes, { kind, face, entityKind: 'organization' })
  examined.set(specimen, findings)
  return findings
}

async function verdicts(check: ImageCheck, specimens: readonly Specimen[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const specimen of specimens) {
    const findings = await findingsOf(specimen)
    found.push(findings.find((finding) => finding.check === check)?.verdict ?? 'not measured')
  }
  return found
}

async function spoiled(
  specimens: readonly Specimen[],
  spoil: (picture: Sharp) => Sharp,
): Promise<readonly Specimen[]> {
  const made: Specimen[] = []
  for (const { document, bytes } of specimens) {
    made.push({ document, bytes: await spoil(sharp(bytes)).jpeg({ quality: 85 }).toBuffer() })
  }
  return made
}

/** Twelve of each, and none may differ: `npm run bench -- examine` measures shares on hundreds. */
function expectAll(found: readonly string[], verdict: string): void {
  expect(found.length).toBeGreaterThanOrEqual(SEEDS.length)
  expect(found.filter((one) => one !== verdict)).toEqual([])
}

describe('examinePicture on specimens whose seeds set no threshold', { timeout: EXAMINE_LIMIT_MS }, () => {
  it('fails nothing on clean specimens, and seldom doubts one', async () => {
    const clean = [...licences, ...cards, ...statements, ...photos]
    const doubted: string[] = []
    for (const specimen of clean) {
      const findings = await findingsOf(specimen)
      expect(findings.filter(({ verdict }) => verdict === 'fail')).toEqual([])
      doubted.push(...findings.filter(({ verdict }) => verdict === 'unsure').map(({ check }) => check))
    }
    // How the paper lies is told from few marks; light, colour, seal, signature and dress are not doubted at all.
    expect(doubted.filter((check) => !HOW_IT_LIES.includes(check))).toEqual([])
    expect(doubted.length).toBeLessThan(clean.length * 0.2)
  })

  it('passes sharp pictures and fails blurred ones', async () => {
    expectAll(await verdicts('sharpness', [...licences, ...cards]), 'pass')
    const blurred = await spoiled(licences, (picture) => picture.blur(4))
    expectAll(await verdicts('sharpness', blurred), 'fail')
  })

  it('doubts pictures that are a little blurred and still legible', async () => {
    const soft = await spoiled(licences, (picture) => picture.blur(2))
    expectAll(await verdicts('sharpness', soft), 'unsure')
  })

  it('passes pictures in good light and fails dark ones', async () => {
    expectAll(await verdicts('exposure', [...licences, ...cards]), 'pass')
    const dark = await spoiled(licences, (picture) => picture.linear(0.25))
    expectAll(await verdicts('exposure', dark), 'fail')
  })

  it('fails pictures of which the light left nothing', async () => {
    const burnt = await spoiled(licences, (picture) => picture.linear(6, 200))
    expectAll(await verdicts('exposure', burnt), 'fail')
  })

  it('passes colour originals and fails grey copies, tinted ones too', async () => {
    expectAll(await verdicts('colour', [...licences, ...cards]), 'pass')
    const grey = await spoiled(licences.slice(0, 6), (picture) => picture.grayscale())
    const tinted = await spoiled(licences.slice(6), (picture) =>
      picture
        .grayscale()
        .toColourspace('srgb')
        .recomb([
          [1, 0, 0],
          [0, 0.95, 0],
          [0, 0, 0.82],
        ]),
    )
    expectAll(await verdicts('colour', [...grey, ...tinted]), 'fail')
  })

  it('finds seals and misses the missing ones', async () => {
    expectAll(await verdicts('red-seal', [...statements, ...licences]), 'pass')
    expectAll(await verdicts('red-seal', unsealed), 'fail')
  })

  it('points at the seal it found', async () => {
    for (const specimen of statements) {
      const findings = await findingsOf(specimen)
      const region = findings.find(({ check }) => check === 'red-seal')?.region
      expect(region?.y).toBeGreaterThan(0.4)
      expect(region?.width).toBeLessThan(0.5)
    }
  })

  it('passes plain clothes and fails red and blue ones', async () => {
    expectAll(await verdicts('clothing-colour', photos), 'pass')
    expectAll(await verdicts('clothing-colour', colouredClothes), 'fail')
  })
})
