import { createRandom } from '../random'
import { drawBarePaper } from './corpusPaper'
import { encodePicture } from './encodePicture'
import type { CorpusItem, CorpusLabel, LabelledRegion } from './labels'
import { markPaper, type Part } from './markPaper'
import { drawPhotoScene } from './photoScene'
import { regionOn, shareOf, turnPoint, turnRegion } from './quadPlaces'
import { takeScreenshot } from './screens'
import { shootPaper, shootScene, type Shot } from './shoot'
import { spoilPicture } from './spoilPicture'
import { stylePrint } from './styledPaper'
import { WORLDS } from './worlds'

export interface MadePicture {
  readonly bytes: Uint8Array
  readonly label: CorpusLabel
}

/** Before it is encoded. */
interface Draft extends Shot {
  readonly regions: readonly LabelledRegion[]
  readonly corners: CorpusLabel['corners']
  readonly faces: number | null
  readonly severity: number | null
  readonly fields: CorpusLabel['fields']
}

/** Makes one picture of a corpus with its ground truth. The same item gives the same bytes. */
export async function makePicture(item: CorpusItem): Promise<MadePicture> {
  const world = WORLDS[item.world]
  const random = createRandom(`corpus/${item.world}/${item.id}`)
  const draft = item.paper.kind === 'backdrop-photo' ? await draftPhoto(item) : await draftPaper(item)
  const spoiled = await spoilPicture(world, item, draft, random.fork('spoil'))
  const taken =
    item.fault === 'screenshot'
      ? await screenshotOf(item, { ...draft, pixels: spoiled.pixels })
      : { ...draft, pixels: spoiled.pixels }
  const encoded = await encodePicture(world, item, taken, random.fork('encode'))
  const { turns } = encoded
  const label: CorpusLabel = {
    ...item,
    file: `${item.id}.${encoded.extension}`,
    size: encoded.size,
    corners: taken.corners?.map((corner) => turnPoint(corner, turns)) ?? null,
    regions: [...taken.regions, ...spoiled.regions].map((region) => turnRegion(region, turns)),
    severity: spoiled.severity ?? encoded.severity ?? draft.severity,
    faces: draft.faces,
    fields: draft.fields,
  }
  return { bytes: encoded.bytes, label }
}

async function draftPaper(item: CorpusItem): Promise<Draft> {
  const world = WORLDS[item.world]
  const seed = `corpus/${item.world}/${item.id}`
  const random = createRandom(seed)
  const bare = drawBarePaper(item.paper, seed)
  const styled = { ...bare, artwork: stylePrint(world, bare.artwork, bare.person, random.fork('print')) }
  const marked = markPaper(world, item, styled, random.fork('marks'))
  const shot = await shootPaper(world, item, marked.artwork, random.fork('shot'))
  const { quad, frame } = shot
  const whole = { of: 'document', left: 0, top: 0, right: 1, bottom: 1 } as const
  const parts: readonly (Part | typeof whole)[] = [whole, ...marked.parts]
  return {
    ...shot,
    regions: parts.map((part) => regionOn(quad, frame, part.of, part)),
    corners: quad.map(({ x, y }) => ({ x: x / frame.width, y: y / frame.height })),
    faces: null,
    severity: severityOf(item, shot, marked.severity),
    fields: bare.fields,
  }
}

function severityOf(item: CorpusItem, { tilt, quad, frame }: Shot, ofSeal: number | null): number | null {
  switch (item.fault ?? item.trap) {
    case 'skewed':
    case 'tilted-a-little':
      return Math.abs(tilt)
    case 'far-away':
      return shareOf(quad, frame)
    case 'seal-not-round':
      return ofSeal
    default:
      return null
  }
}

async function draftPhoto(item: CorpusItem): Promise<Draft> {
  const world = WORLDS[item.world]
  const seed = `corpus/${item.world}/${item.id}`
  const random = createRandom(seed)
  const { person } = drawBarePaper(item.paper, seed)
  const scene = drawPhotoScene(world, person, item, random.fork('scene'))
  const shot = await shootScene(world, item, scene.artwork, random.fork('shot'))
  return {
    ...shot,
    regions: scene.regions,
    corners: null,
    faces: scene.faces,
    severity: scene.severity,
    fields: {},
  }
}

/** The picture as a screen shows it, with its labels where they are now. */
async function screenshotOf(item: CorpusItem, draft: Draft): Promise<Draft> {
  const random = createRandom(`corpus/${item.world}/${item.id}/screen`)
  const { pixels, frame, shown } = await takeScreenshot(item.world, draft, random)
  const [left, top] = [shown.left / frame.width, shown.top / frame.height]
  const [wide, high] = [shown.width / frame.width, shown.height / frame.height]
  return {
    ...draft,
    pixels,
    frame,
    corners: draft.corners?.map(({ x, y }) => ({ x: left + x * wide, y: top + y * high })) ?? null,
    regions: draft.regions.map((region) => ({
      of: region.of,
      x: left + region.x * wide,
      y: top + region.y * high,
      width: region.width * wide,
      height: region.height * high,
    })),
  }
}
