import { FONT_FAMILY } from '../pictures/fonts'
import { renderArtwork } from '../pictures/renderArtwork'
import type { Raster } from '../pictures/raster'
import type { Random } from '../random'
import type { Frame } from './camera'
import type { GroundWish } from './groundWish'
import type { WorldName } from './labels'
import { reportGround } from './reportGrounds'
import { roughen, type Ground } from './roughness'
import { addThreads } from './threads'
import { tuningGround } from './tuningGrounds'

/** What papers lie on in a world, with the things that lie there too. As large as the frame. */
export async function drawGround(
  world: WorldName,
  frame: Frame,
  wish: GroundWish,
  random: Random,
): Promise<Raster> {
  const { body, grains, threads }: Ground =
    world === 'tuning'
      ? tuningGround(frame, wish, random)
      : { body: reportGround(frame, wish, random), grains: [] }
  const drawn = { ...frame, body, setting: 'plain', fontFamily: FONT_FAMILY } as const
  const raster = await renderArtwork(drawn, frame.width)
  if (threads !== undefined) {
    addThreads(raster, threads)
  }
  grains.forEach((grain, index) => {
    roughen(raster, grain, random.fork(`grain/${String(index)}`))
  })
  return raster
}
