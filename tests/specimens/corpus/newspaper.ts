import { rect, round, text } from '../pictures/svg'
import type { Random } from '../random'
import type { Frame } from './camera'

const COLUMN_WORDS = '街道办事处昨日举行便民服务活动居民反映停车位紧张问题天气预报多云转晴图书馆新增阅览座位'

/** A spread newspaper with its columns of print. */
export function newspaper(frame: Frame, random: Random): string {
  const size = frame.width * random.between(0.009, 0.015)
  const columns = 6
  const characters = Array.from(COLUMN_WORDS)
  const rows = Math.ceil(frame.height / (size * 1.5)) + 8
  const print = Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns
    const from = random.int(0, characters.length - 1)
    const words = [...characters.slice(from), ...characters.slice(0, from)]
    const fitting = Math.floor((frame.width * 1.2) / columns / size) - 2
    const line = Array.from({ length: fitting }, (_unused, place) => words[place % words.length] ?? '').join(
      '',
    )
    const y = Math.floor(index / columns) * size * 1.5
    return random.chance(0.06)
      ? ''
      : text((column * frame.width * 1.2) / columns, y, line, { size, fill: '#35332f', opacity: 0.85 })
  })
  const middle = `${round(frame.width / 2)} ${round(frame.height / 2)}`
  return (
    rect(
      0,
      0,
      frame.width,
      frame.height,
      `fill="${random.pick(['#d9d5c8', '#e3dfd2', '#cfcabd'] as const)}"`,
    ) +
    `<g transform="rotate(${round(random.between(-30, 30))} ${middle}) translate(${round(-frame.width * 0.1)} ${round(-size * 6)})">${print.join('')}</g>`
  )
}
