import fc from 'fast-check'
import sharp from 'sharp'
import { deflateSync, crc32 } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { examinePicture } from '../../../electron/media/images/examinePicture'
import { makeThumbnail } from '../../../electron/media/images/makeThumbnail'

const document = { kind: 'business-licence', face: 'face', entityKind: null } as const
let jpeg: Buffer
let png: Buffer
let webp: Buffer

beforeAll(async () => {
  const pixels = Buffer.from(
    Array.from({ length: 160 * 120 * 3 }, (_, index) => (index * 37 + (index >> 5)) % 256),
  )
  const picture = sharp(pixels, { raw: { width: 160, height: 120, channels: 3 } })
  jpeg = await picture.clone().jpeg().toBuffer()
  png = await picture.clone().png().toBuffer()
  webp = await picture.clone().webp().toBuffer()
})

async function decodable(bytes: Uint8Array): Promise<string | undefined> {
  const findings = await examinePicture(bytes, document)
  return findings.find(({ check }) => check === 'decodable')?.verdict
}

/** A PNG whose header claims a size of its own. */
function claim(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const framed = Buffer.alloc(8)
    framed.writeUInt32BE(data.length, 0)
    framed.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([framed.subarray(0, 4), body, framed.subarray(4)])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1 << 20))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('files that are not what they say', () => {
  it('decodes the three formats that intake accepts', async () => {
    expect(await decodable(jpeg)).toBe('pass')
    expect(await decodable(png)).toBe('pass')
    expect(await decodable(webp)).toBe('pass')
  })

  it.each([
    ['an empty file', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('a text that was named photo.jpg '.repeat(20))],
    [
      'a JPEG head and nothing else',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1]),
    ],
    ['half a JPEG', () => jpeg.subarray(0, jpeg.length >> 1)],
    ['half a PNG', () => png.subarray(0, png.length >> 1)],
    ['half a WebP', () => webp.subarray(0, webp.length >> 1)],
    ['a PNG with a JPEG head', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), png])],
    ['a PNG that claims 900 megapixels', () => claim(30_000, 30_000)],
    ['a PNG that claims pixels it does not have', () => claim(4000, 4000)],
    [
      'a drawing that names a file of this machine',
      () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9"><image x:href="file:///etc/passwd"/></svg>',
        ),
    ],
  ])('names %s as undecodable', async (_, make) => {
    const bytes = make()
    expect(await decodable(bytes)).toBe('fail')
    expect((await makeThumbnail(bytes, 64)).ok).toBe(false)
  })

  it('measures nothing but the size on a file it cannot decode', async () => {
    const findings = await examinePicture(Buffer.from('no picture at all'), document)
    expect(findings.map(({ check }) => check)).toEqual(['decodable', 'file-size'])
  })

  it('answers every mutation of a picture by a finding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('jpeg', 'png', 'webp'),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
        async (format, changes) => {
          const bytes = Buffer.from({ jpeg, png, webp }[format])
          for (const [place, value] of changes) {
            bytes[place % bytes.length] = value
          }
          expect(await decodable(bytes)).toMatch(/^(pass|fail)$/)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('makeThumbnail', () => {
  it('turns the picture upright, keeps it within the edge and drops its metadata', async () => {
    const sideways = await sharp(jpeg)
      .withExif({ IFD0: { Artist: 'Somebody', ImageDescription: 'taken at home' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const made = await makeThumbnail(sideways, 80)
    const metadata = await sharp(made.ok ? made.value : Buffer.alloc(0)).metadata()
    expect([metadata.format, metadata.width, metadata.height]).toEqual(['jpeg', 60, 80])
    expect(metadata.exif).toBeUndefined()
    expect(metadata.orientation).toBeUndefined()
  })

  it('never enlarges', async () => {
    const made = await makeThumbnail(png, 1000)
    expect(made.ok && (await sharp(made.value).metadata()).width).toBe(160)
  })
})
