import sharp from 'sharp'
import type { PlannedDocument } from '../filing/plannedDocument'
import { createRandom } from '../random'

const WIDTH = 320
const HEIGHT = 200

/**
 * A small real JPEG in about two milliseconds: a coloured card with bars on a table, unlike any other of another
 * seed. Grey copies are grey and dark ones dark; what is written on the document is not there.
 */
export async function renderTiny(document: PlannedDocument, seed: string): Promise<Uint8Array> {
  const random = createRandom(
    `${seed}/${document.entry.id}/${document.drawnFace ?? document.entry.face}/tiny`,
  )
  const gain = document.flaws.includes('too-dark') ? 0.22 : 1
  const table = [random.int(90, 140), random.int(80, 120), random.int(70, 110)]
  const card = [random.int(190, 250), random.int(190, 250), random.int(170, 240)]
  const ink = [random.int(10, 90), random.int(10, 90), random.int(10, 90)]
  const bars = Array.from({ length: 9 }, () => random.int(30, 250))
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y += 1) {
    const bar = y % 20 < 8 ? (bars[Math.floor(y / 20) % bars.length] ?? 0) : 0
    for (let x = 0; x < WIDTH; x += 1) {
      const onCard = x > 20 && x < WIDTH - 20 && y > 12 && y < HEIGHT - 12
      const colour = !onCard ? table : x > 40 && x < 40 + bar ? ink : card
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[(y * WIDTH + x) * 3 + channel] = Math.round((colour[channel] ?? 0) * gain)
      }
    }
  }
  const picture = sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
  if (document.flaws.includes('grey-copy')) {
    picture.greyscale()
  }
  if (document.flaws.includes('blurred')) {
    picture.blur(4)
  }
  return picture.jpeg({ quality: 80 }).toBuffer()
}
