import sharp, { type Sharp } from 'sharp'
import type { Random } from '../random'
import type { Frame } from './camera'
import type { CorpusItem } from './labels'
import type { Rgb } from './pixels'
import type { World } from './worlds'

export interface Encoded {
  readonly bytes: Uint8Array
  readonly extension: 'jpg' | 'png' | 'webp' | 'tif'
  /** As it is shown; null for what is no picture. */
  readonly size: Frame | null
  /** Quarter turns clockwise by which the shown picture differs from the one that was given. */
  readonly turns: number
  readonly severity: number | null
}

type Written = Pick<Encoded, 'bytes' | 'extension'>

/** Quarter turns clockwise that an EXIF orientation asks for. */
const EXIF_TURNS = { 3: 2, 6: 1, 8: 3 } as const
const LIMIT = { usual: 4 * 1024 * 1024, photo: 2 * 1024 * 1024 }

/** Writes the file: format, quality, metadata, orientation, size; and what is wrong with them. */
export async function encodePicture(
  world: World,
  item: CorpusItem,
  picture: { readonly pixels: Rgb; readonly frame: Frame },
  random: Random,
): Promise<Encoded> {
  const turning = turningOf(item, random.fork('turn'))
  const scaled = await scale(item, picture, random.fork('scale'))
  const turned = sharp(scaled.pixels, { raw: { ...scaled.frame, channels: 3 } }).rotate(turning.stored * 90)
  const described = describe(turned, world, item, turning.orientation, random.fork('metadata'))
  const { bytes, extension } = await keepSmall(
    item,
    await write(described, world, item, random.fork('format')),
  )
  const { width, height } = (await sharp(bytes).metadata()).autoOrient
  const size = { width, height }
  const whole: Encoded = { bytes, extension, size, turns: turning.shown, severity: scaled.severity }
  return finish(item, whole, random.fork('finish'))
}

interface Turning {
  /** Quarter turns of the stored pixels, the orientation that EXIF gives, and what comes out of both. */
  readonly stored: number
  readonly orientation: 1 | 3 | 6 | 8
  readonly shown: number
}

function turningOf(item: CorpusItem, random: Random): Turning {
  switch (item.fault ?? item.trap) {
    case 'turned-90': {
      const turns = random.pick([1, 3] as const)
      return { stored: turns, orientation: 1, shown: turns }
    }
    case 'turned-180':
      return { stored: 2, orientation: 1, shown: 2 }
    case 'turned-by-exif': {
      const orientation = random.pick([3, 6, 8] as const)
      return { stored: 0, orientation, shown: EXIF_TURNS[orientation] }
    }
    case 'turned-and-marked': {
      const orientation = random.pick([3, 6, 8] as const)
      return { stored: (4 - EXIF_TURNS[orientation]) % 4, orientation, shown: 0 }
    }
    default:
      return { stored: 0, orientation: 1, shown: 0 }
  }
}

async function scale(
  item: CorpusItem,
  { pixels, frame }: { readonly pixels: Rgb; readonly frame: Frame },
  random: Random,
): Promise<{ readonly pixels: Uint8Array | Rgb; readonly frame: Frame; readonly severity: number | null }> {
  if (item.fault !== 'too-few-pixels') {
    return { pixels, frame, severity: null }
  }
  const shorter = random.int(160, 340)
  const { data, info } = await sharp(pixels, { raw: { ...frame, channels: 3 } })
    .resize({ width: shorter, height: shorter, fit: 'outside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: data, frame: { width: info.width, height: info.height }, severity: shorter }
}

function describe(
  picture: Sharp,
  world: World,
  item: CorpusItem,
  orientation: number,
  random: Random,
): Sharp {
  const marked = orientation === 1 ? picture : picture.withMetadata({ orientation })
  if (item.fault === 'edited-metadata') {
    const editor = random.pick(world.editors)
    return random.chance(0.7)
      ? marked.withExifMerge({ IFD0: { Software: editor } })
      : marked.withXmp(
          `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>${editor}</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
        )
  }
  if (item.trap === 'camera-metadata' || random.chance(0.35)) {
    const [Make, Model, Software] = random.pick(world.devices)
    return marked.withExifMerge({ IFD0: { Make, Model, Software } })
  }
  return marked
}

async function write(picture: Sharp, world: World, item: CorpusItem, random: Random): Promise<Written> {
  const quality = random.int(...world.camera.quality)
  const asPng = item.trap === 'png-scan' || (item.fault === 'screenshot' && random.chance(0.7))
  const container =
    item.trap === 'other-container'
      ? random.pick(['png', 'webp', 'tif', 'progressive'] as const)
      : asPng
        ? 'png'
        : 'jpg'
  switch (container) {
    case 'png':
      return { bytes: await picture.png({ compressionLevel: 3 }).toBuffer(), extension: 'png' }
    case 'webp':
      return { bytes: await picture.webp({ quality, effort: 1 }).toBuffer(), extension: 'webp' }
    case 'tif':
      return { bytes: await picture.tiff({ compression: 'jpeg', quality }).toBuffer(), extension: 'tif' }
    case 'progressive':
      return { bytes: await picture.jpeg({ quality, progressive: true }).toBuffer(), extension: 'jpg' }
    case 'jpg':
      return { bytes: await picture.jpeg({ quality }).toBuffer(), extension: 'jpg' }
  }
}

/** Formats without loss meet the published limit only with fewer pixels, as an applicant would make them. */
async function keepSmall(item: CorpusItem, written: Written): Promise<Written> {
  const { bytes, extension } = written
  if (extension !== 'png' || bytes.length < limitOf(item) * 0.85) {
    return written
  }
  if (item.fault === 'screenshot') {
    // Its size in pixels is what tells it from a photograph.
    return { bytes: await sharp(bytes).keepMetadata().jpeg({ quality: 90 }).toBuffer(), extension: 'jpg' }
  }
  const { width } = await sharp(bytes).metadata()
  const smaller = sharp(bytes)
    .keepMetadata()
    .resize(Math.round(width * 0.8))
    .png({ compressionLevel: 3 })
  return keepSmall(item, { bytes: await smaller.toBuffer(), extension })
}

function limitOf({ paper }: CorpusItem): number {
  return paper.kind === 'backdrop-photo' ? LIMIT.photo : LIMIT.usual
}

async function finish(item: CorpusItem, whole: Encoded, random: Random): Promise<Encoded> {
  const limit = limitOf(item)
  switch (item.fault ?? item.trap) {
    case 'undecodable':
      return { ...whole, bytes: await ruin(whole.bytes, random), size: null }
    case 'too-large-file': {
      const share = random.between(1.1, 2)
      return { ...whole, bytes: pad(whole.bytes, limit * share, random), severity: share }
    }
    case 'large-file': {
      const share = random.between(0.75, 0.85)
      return { ...whole, bytes: pad(whole.bytes, limit * share, random), severity: share }
    }
    default:
      return whole
  }
}

/** Fills a JPEG up to a size with segments of an application, as cameras put previews and depths into one. */
function pad(bytes: Uint8Array, size: number, random: Random): Uint8Array {
  const segment = Buffer.concat([
    Buffer.from([0xff, 0xeb, 0xff, 0xf0]),
    Buffer.from(random.hex(0xffee), 'latin1'),
  ])
  const count = Math.max(0, Math.ceil((size - bytes.length) / segment.length))
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...Array.from({ length: count }, () => segment),
    bytes.subarray(2),
  ])
}

const RUINS = ['cut', 'cut', 'cut', 'text', 'web', 'pdf', 'gif', 'nothing'] as const

async function ruin(bytes: Uint8Array, random: Random): Promise<Uint8Array> {
  switch (random.pick(RUINS)) {
    case 'cut':
      return bytes.subarray(0, Math.floor(bytes.length * random.between(0.2, 0.8)))
    case 'text':
      return Buffer.from('营业执照扫描件见附件。\n'.repeat(random.int(2, 90)))
    case 'web':
      return Buffer.from(`<!doctype html><title>403</title><p>${random.hex(400)}</p>`)
    case 'pdf':
      return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Length ${String(random.int(9, 99))} >>\n`)
    case 'gif':
      return sharp(bytes).resize(64).gif().toBuffer()
    case 'nothing':
      return new Uint8Array(0)
  }
}
