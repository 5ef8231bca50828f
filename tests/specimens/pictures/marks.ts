import { createRandom } from '../random'
import { escapeText, group, round, text, type Overlay } from './svg'

/** A round red seal with a star, the name in an arc above and a word below. Drawn about 0,0 with radius 100. */
export function drawSeal(name: string, word: string, seed: string): string {
  const random = createRandom(`${seed}/seal/${name}`)
  const characters = Array.from(name)
  const span = Math.min(300, 40 + characters.length * 19)
  const size = Math.min(26, 430 / characters.length + 6)
  const arc = characters.map((character, index) => {
    const angle = characters.length === 1 ? 0 : -span / 2 + (span * index) / (characters.length - 1)
    return group(
      `rotate(${round(angle)})`,
      text(0, -66, character, { size, weight: 500, anchor: 'middle', fill: '#c8161d' }),
    )
  })
  const word2 = text(0, 58, word, { size: 18, weight: 500, anchor: 'middle', fill: '#c8161d' })
  // Ink does not take evenly: a few pale patches break the ring.
  const gaps = Array.from({ length: 5 }, () => {
    const angle = random.between(0, 360)
    return `<circle cx="${round(Math.cos(angle) * random.between(20, 95))}" cy="${round(Math.sin(angle) * random.between(20, 95))}" r="${round(random.between(3, 10))}" fill="#fdf6f2" fill-opacity="0.55"/>`
  })
  const body = `<circle r="96" fill="none" stroke="#c8161d" stroke-width="5.5"/>${drawStar(30, '#c8161d')}${arc.join('')}${word2}${gaps.join('')}`
  const turn = round(random.between(-16, 16))
  const ink = round(random.between(0.72, 0.88))
  // Inherited by all parts; opacity of the group would cost a layer of the whole picture.
  return `<g transform="rotate(${turn})" fill-opacity="${ink}" stroke-opacity="${ink}">${body}</g>`
}

export function drawStar(radius: number, fill: string): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (Math.PI / 5) * index - Math.PI / 2
    const reach = index % 2 === 0 ? radius : radius * 0.4
    return `${round(Math.cos(angle) * reach)},${round(Math.sin(angle) * reach)}`
  })
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`
}

/** A round ornament in the place of the national emblem: star, rays and ears of grain, and plainly not the emblem. */
export function drawOrnament(radius: number): string {
  const scale = radius / 100
  const rays = Array.from({ length: 24 }, (_, index) => {
    const angle = (Math.PI / 12) * index
    return `<line x1="${round(Math.cos(angle) * 52)}" y1="${round(Math.sin(angle) * 52)}" x2="${round(Math.cos(angle) * 72)}" y2="${round(Math.sin(angle) * 72)}" stroke="#e2b33c" stroke-width="3"/>`
  })
  const grains = Array.from({ length: 26 }, (_, index) => {
    const angle = (index * 360) / 26
    return `<g transform="rotate(${round(angle)})"><ellipse cx="0" cy="-89" rx="6.5" ry="12" transform="rotate(38 0 -89)" fill="#e2b33c" stroke="#a97a18" stroke-width="1.4"/></g>`
  })
  return `<g transform="scale(${round(scale)})"><circle r="100" fill="#b3151b"/><circle r="76" fill="#c51f22" stroke="#e2b33c" stroke-width="3"/>${rays.join('')}${grains.join('')}<circle r="46" fill="#b3151b" stroke="#e2b33c" stroke-width="2.5"/>${drawStar(36, '#f0c64f')}</g>`
}

/**
 * A signature: the name in thin strokes, each character leaning its own way, with a flourish under them; the
 * overlay is shaken when it is drawn. The baseline begins at `x`, `y`; a character is about `size` wide.
 */
export function drawSignature(x: number, y: number, name: string, size: number, seed: string): Overlay {
  const margin = size * 0.3
  const width = Math.ceil(Array.from(name).length * size * 0.96 + margin * 3)
  const body = group(`translate(${round(margin)} ${round(size * 1.25)})`, penStrokes(name, size, seed))
  return {
    x: x - margin,
    y: y - size * 1.25,
    width,
    height: Math.ceil(size * 1.9),
    body,
    shake: size * 0.075,
    seed,
  }
}

function penStrokes(name: string, size: number, seed: string): string {
  const random = createRandom(`${seed}/signature/${name}`)
  const lean = random.between(-14, -6)
  const ink = random.pick(['#1b1d2a', '#15161c', '#20263f'] as const)
  const characters = Array.from(name).map((character, index) => {
    const x = index * size * random.between(0.8, 0.92)
    const y = random.between(-0.08, 0.08) * size - index * size * 0.05
    const turn = random.between(-9, 9)
    const grow = size * random.between(0.92, 1.14)
    return `<g transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)}) skewX(${round(lean)})"><text font-size="${round(grow)}" font-weight="300" fill="${ink}" stroke="${ink}" stroke-width="${round(size * random.between(0.012, 0.03))}">${escapeText(character)}</text></g>`
  })
  const width = characters.length * size * 0.86
  const tail = `M${round(width * 0.1)} ${round(size * 0.16)} C${round(width * 0.4)} ${round(size * random.between(0.02, 0.3))} ${round(width * 0.8)} ${round(size * random.between(-0.2, 0.1))} ${round(width * 1.12)} ${round(size * random.between(-0.35, 0))}`
  return `${characters.join('')}<path d="${tail}" fill="none" stroke="${ink}" stroke-width="${round(size * 0.035)}" stroke-linecap="round" stroke-opacity="0.85"/>`
}

/** Red thumb print, as private persons set beside their signature. Drawn about 0,0. */
export function drawFingerprint(seed: string): string {
  const random = createRandom(`${seed}/finger`)
  const ridges = Array.from({ length: 8 }, (_, index) => {
    const rx = 4 + index * 4
    return `<ellipse cx="${round(random.between(-1.5, 1.5))}" cy="${round(4 - index)}" rx="${round(rx)}" ry="${round(rx * 1.28)}" fill="none" stroke="#c22a22" stroke-width="2.2" stroke-dasharray="${round(random.between(14, 40))} ${round(random.between(1, 4))}" stroke-opacity="0.75"/>`
  })
  return `<g transform="rotate(${round(random.between(-20, 20))})">${ridges.join('')}</g>`
}
