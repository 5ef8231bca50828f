import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import type { ExaminedFinding } from '../../../electron/common/mediaProcess/messages'
import { examinePicture, type ExaminedPaper } from '../../../electron/media/images/examinePicture'
import type { ImageCheck } from '../../../shared/imaging/findings'
import { createRandom } from '../../specimens/random'

const LETTER: ExaminedPaper = { kind: 'filing-commitment', face: 'page', entityKind: 'organization' }
const CARD: ExaminedPaper = { kind: 'resident-id', face: 'portrait', entityKind: 'organization' }
const PHOTO: ExaminedPaper = { kind: 'backdrop-photo', face: 'face', entityKind: 'organization' }

interface LetterLook {
  readonly signed?: boolean
  /** Middle of the seal, and its height by its width. */
  readonly seal?: { readonly x: number; readonly y: number; readonly flat?: number }
  readonly turn?: number
  readonly shift?: number
}

/** A page on a brown desk: a heavy title, rows of bars for characters, a signature and a seal. */
function drawLetter({ signed = true, seal = { x: 640, y: 1010 }, turn = 0, shift = 0 }: LetterLook): string {
  const rows = Array.from({ length: 14 }, (_, row) =>
    Array.from({ length: row % 4 === 3 ? 12 : 30 }, (_, column) => {
      const x = 120 + column * 20 + ((column * column * 7 + row * 11 + column * row) % 9) - 4
      const y = 300 + row * 36 + ((column * 5 + row * 3) % 3)
      return `<path d="M${x} ${y}h13M${x + 6} ${y - 7}v15M${x + 1} ${y + 7}l12 -5" stroke="#222" stroke-width="2.4" fill="none"/>`
    }).join(''),
  )
  const title = Array.from(
    { length: 9 },
    (_, index) =>
      `<path d="M${260 + index * 40} 190h32M${276 + index * 40} 172v38M${262 + index * 40} 206h28" stroke="#111" stroke-width="7"/>`,
  )
  const hand = signed
    ? '<path d="M440 990c20 -70 40 30 60 -20s30 -40 50 20s30 -60 60 -10s-120 40 -150 10" fill="none" stroke="#1b2440" stroke-width="4"/>'
    : ''
  const ring = `<g transform="translate(${seal.x} ${seal.y}) scale(1 ${seal.flat ?? 1})"><circle r="80" fill="none" stroke="#c8161d" stroke-width="6"/><circle r="22" fill="#c8161d"/></g>`
  const page = `<rect width="800" height="1130" fill="#fbfaf6"/>${title.join('')}${rows.join('')}<path d="M250 1000h130M280 985v25" stroke="#222" stroke-width="3"/>${hand}${ring}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1360"><rect width="1000" height="1360" fill="#7a5a40"/><g transform="translate(${100 + shift} 115) rotate(${turn} 400 565)">${page}</g></svg>`
}

/** As a camera gives it: with noise. */
async function photograph(svg: string): Promise<Sharp> {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const random = createRandom('camera')
  for (let at = 0; at < data.length; at += 1) {
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) * 0.92 + (random.next() + random.next() - 1) * 8))
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
}

async function examine(picture: Sharp, paper: ExaminedPaper): Promise<readonly ExaminedFinding[]> {
  return examinePicture(await picture.jpeg({ quality: 90 }).toBuffer(), paper)
}

function verdictOf(findings: readonly ExaminedFinding[], check: ImageCheck): string | undefined {
  return findings.find((finding) => finding.check === check)?.verdict
}

async function letterVerdict(look: LetterLook, check: ImageCheck): Promise<string | undefined> {
  return verdictOf(await examine(await photograph(drawLetter(look)), LETTER), check)
}

describe('how a page lies', { timeout: 60_000 }, () => {
  it('passes a page that lies upright and whole', async () => {
    const findings = await examine(await photograph(drawLetter({})), LETTER)
    expect(findings.filter(({ verdict }) => verdict === 'fail')).toEqual([])
  })

  it.each([90, 180, 270] as const)('tells a picture stored turned by %i degrees', async (degrees) => {
    const turned = await (await photograph(drawLetter({}))).png().toBuffer()
    const findings = await examine(sharp(turned).rotate(degrees), LETTER)
    const finding = findings.find(({ check }) => check === 'orientation')
    expect(finding).toMatchObject({ verdict: 'unsure', value: 360 - degrees })
  })

  it('takes the turn that EXIF asks for as done', async () => {
    const stored = await (await photograph(drawLetter({}))).png().toBuffer()
    const sideways = await sharp(stored).rotate(270).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(verdictOf(await examinePicture(sideways, LETTER), 'orientation')).toBe('pass')
  })

  it('measures the slope of the page', async () => {
    expect(await letterVerdict({ turn: 4 }, 'skew')).toBe('pass')
    expect(await letterVerdict({ turn: 12 }, 'skew')).toBe('unsure')
    expect(await letterVerdict({ turn: -12 }, 'skew')).toBe('unsure')
  })

  it('sees an edge beyond the frame and marks its side', async () => {
    const findings = await examine(await photograph(drawLetter({ shift: 230 })), LETTER)
    const finding = findings.find(({ check }) => check === 'cropped-edges')
    expect(finding).toMatchObject({ verdict: 'unsure', value: 1 })
    expect(finding?.region?.x).toBeGreaterThan(0.9)
    expect(await letterVerdict({ shift: 60 }, 'cropped-edges')).toBe('pass')
  })
})

describe('marks on a page', { timeout: 60_000 }, () => {
  it('tells a signed page from one that is not', async () => {
    expect(await letterVerdict({ signed: true }, 'signature')).toBe('pass')
    expect(await letterVerdict({ signed: false }, 'signature')).toBe('fail')
  })

  it('measures the shape of the seal', async () => {
    expect(await letterVerdict({ seal: { x: 640, y: 1010 } }, 'seal-shape')).toBe('pass')
    expect(await letterVerdict({ seal: { x: 640, y: 1010, flat: 0.55 } }, 'seal-shape')).toBe('unsure')
  })

  it('finds a seal that stands in the wrong place', async () => {
    expect(await letterVerdict({ seal: { x: 640, y: 1010 } }, 'seal-place')).toBe('pass')
    const above = { seal: { x: 180, y: 330 } }
    expect(await letterVerdict(above, 'seal-place')).toBe('fail')
    expect(await letterVerdict(above, 'red-seal')).toBe('pass')
  })
})

describe('what was done to a picture', { timeout: 60_000 }, () => {
  it('names a program of the list and no other word of the metadata', async () => {
    const picture = await photograph(drawLetter({}))
    const edited = picture.clone().withExif({ IFD0: { Software: 'Adobe Photoshop 25.4 (Someone)' } })
    const found = (await examine(edited, LETTER)).find(({ check }) => check === 'edited')
    expect(found).toEqual({
      check: 'edited',
      verdict: 'fail',
      value: 2,
      threshold: 1,
      unit: '',
      note: 'photoshop',
    })
    const camera = picture.clone().withExif({ IFD0: { Make: 'Canon', Software: 'Digital Camera 1.0' } })
    expect(verdictOf(await examine(camera, LETTER), 'edited')).toBe('pass')
  })

  it('tells the grid of a screen from paper', async () => {
    const { data, info } = await (
      await photograph(drawLetter({}))
    )
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (let pixel = 0; pixel < info.width * info.height; pixel += 1) {
      const [x, y] = [pixel % info.width, Math.floor(pixel / info.width)]
      const level = 1 - 0.12 * (1 + Math.sin(x * 1.9 + y * 0.1)) * 0.5 - 0.06 * (1 + Math.sin(y * 2.1))
      for (let channel = 0; channel < 3; channel += 1) {
        data[pixel * 3 + channel] = (data[pixel * 3 + channel] ?? 0) * level
      }
    }
    const screen = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    const findings = await examine(screen, LETTER)
    expect(verdictOf(findings, 'screen-photo')).toBe('unsure')
    // Its dots break the outline of the seal, of which nothing is told then; where it stands is.
    expect(verdictOf(findings, 'seal-shape')).toBeUndefined()
    expect(verdictOf(findings, 'seal-place')).toBe('pass')
    expect(await letterVerdict({}, 'screen-photo')).toBe('pass')
  })

  it('knows a surface that a computer drew', async () => {
    const drawn = sharp(Buffer.from(drawLetter({})))
    const screen = drawn.clone().resize(900, 1950, { fit: 'contain', background: '#dfe6ee' })
    const finding = (await examine(screen, LETTER)).find(({ check }) => check === 'screenshot')
    expect(finding).toMatchObject({ verdict: 'unsure', note: 'drawn-surface' })
    // The same drawing in the shape of a sheet is a scan as well as anything.
    expect(verdictOf(await examine(drawn, LETTER), 'screenshot')).toBe('pass')
    expect(await letterVerdict({}, 'screenshot')).toBe('pass')
  })
})

describe('light on a page', { timeout: 60_000 }, () => {
  it('finds a mirrored lamp on the paper', async () => {
    const spot = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1360"><radialGradient id="g"><stop offset="0.55" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient><circle cx="480" cy="560" r="140" fill="url(#g)"/></svg>`
    const page = (await photograph(drawLetter({}))).linear(0.85)
    const clear = await page.png().toBuffer()
    const lit = sharp(clear).composite([{ input: Buffer.from(spot) }])
    const finding = (await examine(lit, LETTER)).find(({ check }) => check === 'glare')
    expect(finding?.verdict).toBe('fail')
    expect(finding?.region?.x).toBeCloseTo(0.37, 1)
    expect(verdictOf(await examine(sharp(clear), LETTER), 'glare')).toBe('pass')
  })

  it('finds print that hardly differs from its paper', async () => {
    const page = await (await photograph(drawLetter({}))).png().toBuffer()
    expect(verdictOf(await examine(sharp(page).linear(0.2, 180), LETTER), 'contrast')).toBe('fail')
    expect(verdictOf(await examine(sharp(page).linear(0.8, 30), LETTER), 'contrast')).toBe('pass')
  })
})

describe('the backdrop behind a person', { timeout: 60_000 }, () => {
  async function backdrop(wall: string): Promise<readonly ExaminedFinding[]> {
    const marks = Array.from(
      { length: 20 },
      (_, index) =>
        `<circle cx="${(index % 5) * 240 + 80}" cy="${Math.floor(index / 5) * 200 + 120}" r="16" fill="#2f7fd1"/>`,
    )
    return examine(
      await photograph(
        `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="${wall}"/>${marks.join('')}</svg>`,
      ),
      PHOTO,
    )
  }

  it('passes a white and blue cloth and fails a wall of another colour', async () => {
    expect(verdictOf(await backdrop('#f3f7fb'), 'backdrop-colour')).toBe('pass')
    expect(verdictOf(await backdrop('#f3f7fb'), 'backdrop-uniform')).toBe('pass')
    expect(verdictOf(await backdrop('#b5443c'), 'backdrop-colour')).toBe('fail')
  })
})

describe('any picture at all', { timeout: 120_000 }, () => {
  const shapes = [
    [1, 1],
    [1, 5000],
    [5000, 1],
    [7, 3],
    [31, 33],
    [129, 127],
    [200, 900],
  ] as const
  const fills = ['black', 'white', 'noise', 'red'] as const
  it.each(shapes.flatMap(([width, height]) => fills.map((fill) => [width, height, fill] as const)))(
    'examines %i by %i of %s',
    async (width, height, fill) => {
      const random = createRandom(`${width}x${height}`)
      const data = Buffer.alloc(width * height * 3)
      for (let at = 0; at < data.length; at += 1) {
        data[at] =
          fill === 'noise'
            ? random.int(0, 255)
            : fill === 'white' || (fill === 'red' && at % 3 === 0)
              ? 255
              : 0
      }
      const png = await sharp(data, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer()
      for (const paper of [LETTER, CARD, PHOTO]) {
        const findings = await examinePicture(png, paper)
        expect(findings[0]).toMatchObject({ check: 'decodable', verdict: 'pass' })
        for (const { value } of findings) {
          expect(value === null || Number.isFinite(value)).toBe(true)
        }
      }
    },
  )
})
