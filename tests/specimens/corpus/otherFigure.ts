import { round } from '../pictures/svg'
import { createRandom } from '../random'

interface FigureWishes {
  readonly cloth: string
  /** Dark glasses, or a hand before the eyes. */
  readonly cover?: 'glasses' | 'hand'
}

const SKINS = ['#d9a57e', '#f1c9a5', '#c68e66', '#e8b990', '#b97f58', '#f5d6bb'] as const
const HAIRS = ['#0d0c0b', '#3a2a1e', '#5a4632', '#8b8783', '#1f1a2a'] as const
const GARMENTS = ['jacket', 'hoodie', 'shirt'] as const

/**
 * The second draughtsman's people: rounder heads, flat light from one side, other hair and garments. In the same box of
 * 400 by 500 as the first one's; the head is from 70 to 350 down.
 */
export function drawOtherFigure(seed: string, { cloth, cover }: FigureWishes): string {
  const random = createRandom(`${seed}/other`)
  const skin = random.pick(SKINS)
  const hair = random.pick(HAIRS)
  const long = random.chance(0.45)
  const half = random.between(68, 84)
  const chin = random.between(330, 352)
  return [
    long ? behind(hair, half, random.between(360, 450)) : '',
    garment(cloth, random.pick(GARMENTS), random.between(150, 186)),
    `<path d="M166 300 V384 Q200 424 234 384 V300 Z" fill="${skin}"/><path d="M166 332 Q206 372 234 336 V352 Q204 388 166 356 Z" fill="#000000" fill-opacity="0.2"/>`,
    `<ellipse cx="${round(200 - half)}" cy="232" rx="10" ry="20" fill="${skin}"/><ellipse cx="${round(200 + half)}" cy="232" rx="10" ry="20" fill="${skin}"/>`,
    headOf(skin, half, chin),
    top(hair, half, long, random.between(-30, 30)),
    features(
      hair,
      random.between(29, 36),
      random.between(15, 26),
      random.chance(0.35) && cover === undefined,
    ),
    cover === undefined ? '' : covering(cover, skin),
  ].join('')
}

function headOf(skin: string, half: number, chin: number): string {
  const outline = `M${round(200 - half)} 210 Q${round(200 - half)} 100 200 98 Q${round(200 + half)} 100 ${round(200 + half)} 210 Q${round(200 + half)} ${round(chin - 40)} 200 ${round(chin)} Q${round(200 - half)} ${round(chin - 40)} ${round(200 - half)} 210 Z`
  return `<path d="${outline}" fill="${skin}"/><path d="M200 98 Q${round(200 + half)} 100 ${round(200 + half)} 210 Q${round(200 + half)} ${round(chin - 40)} 200 ${round(chin)} Q236 250 200 98 Z" fill="#000000" fill-opacity="0.09"/>`
}

function behind(hair: string, half: number, length: number): string {
  return `<path d="M${round(200 - half - 18)} 190 Q200 30 ${round(200 + half + 18)} 190 L${round(200 + half + 26)} ${round(length)} H${round(200 - half - 26)} Z" fill="${hair}"/>`
}

function top(hair: string, half: number, long: boolean, parting: number): string {
  const down = long ? 250 : 190
  return `<path d="M${round(200 - half - 6)} ${String(down)} Q${round(200 - half - 14)} 72 200 66 Q${round(200 + half + 14)} 72 ${round(200 + half + 6)} ${String(down)} Q${round(200 + half - 6)} 150 ${round(200 + parting)} 138 Q${round(200 - half + 8)} 146 ${round(200 - half - 6)} ${String(down)} Z" fill="${hair}"/>`
}

function garment(cloth: string, kind: (typeof GARMENTS)[number], half: number): string {
  const body = `<path d="M${round(200 - half)} 520 Q${round(200 - half + 6)} 410 150 388 Q200 430 250 388 Q${round(200 + half - 6)} 410 ${round(200 + half)} 520 Z" fill="${cloth}"/><path d="M200 412 Q250 388 ${round(200 + half - 30)} 420 L${round(200 + half)} 520 H230 Z" fill="#000000" fill-opacity="0.13"/>`
  switch (kind) {
    case 'jacket':
      return `${body}<path d="M176 402 L200 470 L224 402 L200 424 Z" fill="#f2f2f0"/><path d="M150 388 L178 470 L200 432 M250 388 L222 470 L200 432" fill="none" stroke="#000000" stroke-opacity="0.35" stroke-width="5"/>`
    case 'hoodie':
      return `${body}<path d="M140 392 Q200 470 260 392 Q250 372 236 380 Q200 420 164 380 Q150 372 140 392 Z" fill="${cloth}" stroke="#000000" stroke-opacity="0.3" stroke-width="4"/><path d="M184 426 V480 M216 426 V476" stroke="#f0f0f0" stroke-width="4"/>`
    case 'shirt':
      return `${body}<path d="M156 386 L200 424 L244 386 L256 402 L206 446 L200 436 L194 446 L144 402 Z" fill="${cloth}" stroke="#000000" stroke-opacity="0.4" stroke-width="3"/><path d="M200 440 V520" stroke="#000000" stroke-opacity="0.3" stroke-width="2"/>`
  }
}

function features(hair: string, apart: number, mouth: number, clearGlasses: boolean): string {
  const eye = (x: number): string =>
    `<ellipse cx="${round(x)}" cy="224" rx="14" ry="7" fill="#f7f3ee"/><circle cx="${round(x)}" cy="224" r="6.4" fill="#33231a"/><path d="M${round(x - 15)} 221 Q${round(x)} 211 ${round(x + 15)} 221" fill="none" stroke="#20150f" stroke-width="3"/><path d="M${round(x - 19)} 202 Q${round(x)} 193 ${round(x + 19)} 202" fill="none" stroke="${hair}" stroke-width="5"/>`
  const glasses = clearGlasses
    ? [200 - apart, 200 + apart]
        .map(
          (x) => `<circle cx="${round(x)}" cy="225" r="25" fill="none" stroke="#4a3d2f" stroke-width="4"/>`,
        )
        .join('')
    : ''
  return `${eye(200 - apart)}${eye(200 + apart)}<path d="M196 232 Q186 268 192 274 Q202 280 212 272" fill="none" stroke="#7a4a34" stroke-opacity="0.6" stroke-width="4"/><path d="M${round(200 - mouth)} 302 Q200 ${round(302 + mouth / 2)} ${round(200 + mouth)} 302 Q200 296 ${round(200 - mouth)} 302 Z" fill="#a4544c"/>${glasses}`
}

/** Drawn over a figure of either draughtsman. */
export function covering(cover: 'glasses' | 'hand', skin: string): string {
  if (cover === 'glasses') {
    return '<rect x="140" y="200" width="54" height="46" rx="18" fill="#0c0d0f"/><rect x="206" y="200" width="54" height="46" rx="18" fill="#0c0d0f"/><path d="M190 214 H210 M140 212 L122 206 M260 212 L278 206" stroke="#0c0d0f" stroke-width="7"/>'
  }
  const fingers = [0, 1, 2, 3].map(
    (index) =>
      `<rect x="128" y="${String(192 + index * 19)}" width="150" height="21" rx="10" fill="${skin}" stroke="#7a4a34" stroke-opacity="0.5" stroke-width="2"/>`,
  )
  return `<path d="M270 190 Q350 210 340 330 L300 420 L262 300 Z" fill="${skin}"/>${fingers.join('')}`
}
