import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeBundle, type DefectName, type MadeBundle, type SpecimenOptions } from '../../specimens/index'

const BASE = {
  seed: 23,
  filingType: 'first-filing',
  nature: 'enterprise',
  province: '330000',
  serviceKind: 'website',
} as const
/** A filing with few papers, where any paper will do. */
const SMALL = { filingType: 'cancel-entity', nature: 'individual' } as const

const clean = new Map<string, Promise<MadeBundle>>()

/** The picture that a defect spoilt, and the same picture of the bundle without the defect. */
async function spoilt(
  defect: DefectName,
  options: Partial<SpecimenOptions> = {},
): Promise<{ bad: Uint8Array; good: Uint8Array }> {
  const key = JSON.stringify(options)
  const making = clean.get(key) ?? makeBundle({ ...BASE, ...options })
  clean.set(key, making)
  const [bad, good] = await Promise.all([makeBundle({ ...BASE, ...options, defects: [defect] }), making])
  const file = fileOf(bad, bad.labels.defects[0]?.documentId)
  return { bad: bytesOf(bad, file), good: bytesOf(good, file) }
}

function fileOf(made: MadeBundle, documentId: string | undefined): string {
  const document = made.bundle.documents.find(({ id }) => id === documentId)
  expect(document, String(documentId)).toBeDefined()
  return document?.file ?? ''
}

function bytesOf(made: MadeBundle, file: string): Uint8Array {
  const bytes = made.files.get(file)
  expect(bytes, file).toBeDefined()
  return bytes ?? new Uint8Array()
}

/** Greatest distance between the channels of any pixel. */
async function chroma(bytes: Uint8Array): Promise<number> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  expect(info.channels).toBe(3)
  let most = 0
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    most = Math.max(most, Math.abs(red - green), Math.abs(green - blue))
  }
  return most
}

async function brightness(bytes: Uint8Array): Promise<number> {
  const { channels } = await sharp(bytes).greyscale().stats()
  return channels[0]?.mean ?? 0
}

/** Share of pixels at least as red as seal ink. */
async function redness(bytes: Uint8Array): Promise<number> {
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  let red = 0
  for (let at = 0; at < data.length; at += 3) {
    red += (data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0) > 60 ? 1 : 0
  }
  return red / (data.length / 3)
}

describe('full pictures', () => {
  it('have the size and weight of what applicants send, and repeat to the byte', async () => {
    const [made, again] = [await makeBundle(BASE), await makeBundle(BASE)]
    expect(made.files.size).toBeGreaterThanOrEqual(4)
    for (const [file, bytes] of made.files) {
      const { format, width, height } = await sharp(bytes).metadata()
      expect({ format, long: Math.max(width, height) >= 1400 }, file).toEqual({ format: 'jpeg', long: true })
      expect(bytes.length, file).toBeGreaterThan(90_000)
      expect(bytes.length, file).toBeLessThan(600_000)
      expect(Buffer.from(bytes).equals(again.files.get(file) ?? Buffer.of()), file).toBe(true)
    }
  })
})

describe('spoilt pictures', () => {
  it('have no colour when they are grey copies', async () => {
    const { bad, good } = await spoilt('grey-copy', SMALL)
    expect(await chroma(bad)).toBe(0)
    expect(await chroma(good)).toBeGreaterThan(30)
  })

  it('are dark, blurred, bright in a spot, cut', async () => {
    const dark = await spoilt('too-dark', SMALL)
    expect(await brightness(dark.bad)).toBeLessThan((await brightness(dark.good)) * 0.4)
    const blurred = await spoilt('blurred', SMALL)
    expect((await sharp(blurred.bad).stats()).sharpness).toBeLessThan(
      (await sharp(blurred.good).stats()).sharpness * 0.5,
    )
    const glare = await spoilt('glare', SMALL)
    expect(await brightness(glare.bad)).toBeGreaterThan(await brightness(glare.good))
    const cut = await spoilt('cropped-edge', SMALL)
    expect(Buffer.from(cut.bad).equals(cut.good)).toBe(false)
  }, 60_000)

  it('lack seal and signature', async () => {
    const seal = await spoilt('missing-seal')
    expect(await redness(seal.bad)).toBe(0)
    expect(await redness(seal.good)).toBeGreaterThan(0.003)
    const signature = await spoilt('missing-signature')
    expect(Buffer.from(signature.bad).equals(signature.good)).toBe(false)
  }, 60_000)

  it('show red clothing on the photo', async () => {
    const { bad, good } = await spoilt('red-clothing', { withPhoto: true })
    expect(await redness(bad)).toBeGreaterThan(0.04)
    expect(await redness(good)).toBeLessThan(0.02)
  }, 60_000)
})
