import { rect } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'
import type { Ground } from './roughness'

/** Cloth whose threads the camera resolves, or nearly so. */
export function wovenCloth(frame: Frame, random: Random): Ground {
  const cloths = ['#8c8273', '#6f7d8a', '#a89b88', '#4d5560', '#b9b4aa', '#7a5f55', '#d8d2c6']
  return {
    body: rect(0, 0, frame.width, frame.height, `fill="${random.pick(cloths)}"`),
    threads: {
      weave: random.pick(['tabby', 'twill', 'ribs', 'net'] as const),
      step: random.between(3, 12),
      turn: random.between(0, 90),
      depth: random.between(0.08, 0.24),
    },
    grains: [{ across: 0.05, down: 0.05, depth: random.between(0.02, 0.1), octaves: 2 }],
  }
}
