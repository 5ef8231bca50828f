import { createRandom } from '../random'
import type { SpecimenPerson } from '../people/person'
import { round } from './svg'

const SKINS = ['#f0cfb0', '#eac4a2', '#f4d8bd', '#e3b78f', '#efc9a6'] as const
const HAIRS = ['#17130f', '#241a14', '#1b1716', '#2f231c'] as const

interface Features {
  readonly skin: string
  readonly shade: string
  readonly hair: string
  readonly width: number
  readonly jaw: number
  readonly eyes: number
  readonly brow: number
  readonly mouth: number
  readonly nose: number
  readonly style: number
  readonly glasses: boolean
  readonly male: boolean
}

/**
 * Head and shoulders of a person in a box of 400 by 500; the shoulders leave it at the bottom. The face depends on the
 * person alone, so that card and photo show the same one.
 */
export function drawFigure(person: SpecimenPerson, cloth: string): string {
  const features = featuresOf(person)
  return [
    hairBehind(features),
    torso(features, cloth),
    neck(features),
    head(features),
    hairFront(features),
    face(features),
  ].join('')
}

function featuresOf(person: SpecimenPerson): Features {
  const random = createRandom(person.faceSeed)
  const skin = random.pick(SKINS)
  return {
    skin,
    shade: darken(skin, 0.86),
    hair: random.pick(HAIRS),
    width: random.between(74, 88),
    jaw: random.between(0.62, 0.86),
    eyes: random.between(31, 37),
    brow: random.between(3.4, 6.4),
    mouth: random.between(19, 28),
    nose: random.between(11, 16),
    style: random.int(0, 2),
    glasses: random.chance(0.28),
    male: person.sex === 'male',
  }
}

function torso(features: Features, cloth: string): string {
  const dark = darken(cloth, 0.78)
  const width = features.male ? 178 : 150
  const left = 200 - width
  const right = 200 + width
  const body = `M${round(left)} 520 C${round(left + 4)} 432 ${round(left + 50)} 402 152 384 L200 430 L248 384 C${round(right - 50)} 402 ${round(right - 4)} 432 ${round(right)} 520 Z`
  const collar = features.male
    ? `<path d="M158 380 L200 436 L242 380 L262 396 L222 452 L200 438 L178 452 L138 396 Z" fill="${darken(cloth, 1.12)}" stroke="${dark}" stroke-width="2"/>`
    : `<path d="M150 386 C170 430 230 430 250 386" fill="none" stroke="${dark}" stroke-width="7"/>`
  const folds = `<path d="M${round(left + 54)} 520 C${round(left + 62)} 470 ${round(left + 58)} 450 ${round(left + 66)} 432 M${round(right - 54)} 520 C${round(right - 62)} 470 ${round(right - 58)} 450 ${round(right - 66)} 432 M200 440 L202 520" fill="none" stroke="${dark}" stroke-width="3" stroke-opacity="0.6"/>`
  return `<path d="${body}" fill="${cloth}"/><path d="${body}" fill="url(#clothShade)"/>${folds}${collar}`
}

function neck({ skin, shade }: Features): string {
  return (
    `<path d="M164 310 L164 376 C170 404 190 424 200 430 C210 424 230 404 236 376 L236 310 Z" fill="${skin}"/>` +
    `<path d="M164 330 C180 362 220 362 236 330 L236 350 C220 384 180 384 164 350 Z" fill="${shade}" fill-opacity="0.75"/>`
  )
}

function headPath({ width, jaw }: Features): string {
  const chin = width * jaw
  return `M${round(200 - width)} 196 C${round(200 - width)} 120 ${round(200 + width)} 120 ${round(200 + width)} 196 C${round(200 + width)} 262 ${round(200 + chin)} 306 ${round(200 + chin * 0.52)} 334 C${round(200 + chin * 0.28)} 350 ${round(200 - chin * 0.28)} 350 ${round(200 - chin * 0.52)} 334 C${round(200 - chin)} 306 ${round(200 - width)} 262 ${round(200 - width)} 196 Z`
}

function head(features: Features): string {
  const { width, skin, shade } = features
  const ear = (side: number): string =>
    `<ellipse cx="${round(200 + side * (width + 3))}" cy="226" rx="11" ry="23" fill="${skin}"/><ellipse cx="${round(200 + side * (width + 3))}" cy="228" rx="5" ry="13" fill="${shade}"/>`
  return `${ear(-1)}${ear(1)}<path d="${headPath(features)}" fill="${skin}"/><path d="${headPath(features)}" fill="url(#faceShade)"/>`
}

function hairBehind({ male, style, hair, width }: Features): string {
  if (male || style === 2) {
    return ''
  }
  const length = style === 0 ? 420 : 330
  const w = width + 24
  return `<path d="M${round(200 - w)} 200 C${round(200 - w)} 90 ${round(200 + w)} 90 ${round(200 + w)} 200 L${round(200 + w + 4)} ${String(length)} C${round(200 + w - 30)} ${String(length + 14)} ${round(200 - w + 30)} ${String(length + 14)} ${round(200 - w - 4)} ${String(length)} Z" fill="${hair}"/>`
}

function hairFront({ male, style, hair, width }: Features): string {
  const w = width + (male ? 5 : 9)
  const top = male ? 44 : 36
  const fringe = [
    `C${round(200 + w * 0.55)} 150 ${round(200 - w * 0.1)} 146 ${round(200 - w * 0.45)} 172 C${round(200 - w * 0.7)} 178 ${round(200 - w * 0.86)} 190 ${round(200 - w + 9)} 226`,
    `C${round(200 + w * 0.6)} 168 ${round(200 + w * 0.2)} 160 ${round(200 - w * 0.1)} 164 C${round(200 - w * 0.5)} 164 ${round(200 - w * 0.8)} 176 ${round(200 - w + 9)} 226`,
    `C${round(200 + w * 0.7)} 142 ${round(200 + w * 0.2)} 132 200 140 C${round(200 - w * 0.3)} 132 ${round(200 - w * 0.75)} 150 ${round(200 - w + 9)} 226`,
  ][style]
  const cap = `M${round(200 - w)} 226 C${round(200 - w - 12)} ${String(top)} ${round(200 + w + 12)} ${String(top)} ${round(200 + w)} 226 L${round(200 + w - 9)} 226 C${round(200 + w - 12)} 196 ${round(200 + w * 0.86)} 180 ${round(200 + w * 0.7)} 168 ${fringe ?? ''} Z`
  const bun = !male && style === 2 ? `<ellipse cx="200" cy="82" rx="36" ry="26" fill="${hair}"/>` : ''
  return `${bun}<path d="${cap}" fill="${hair}"/><path d="M${round(200 - w * 0.5)} 116 C${round(200 - w * 0.1)} 98 ${round(200 + w * 0.4)} 100 ${round(200 + w * 0.66)} 128" fill="none" stroke="#6b5b50" stroke-width="5" stroke-opacity="0.28"/>`
}

function face({ eyes, brow, mouth, nose, shade, hair, glasses, male }: Features): string {
  const eye = (side: number): string => {
    const x = 200 + side * eyes
    return [
      `<path d="M${round(x - 17)} 224 C${round(x - 8)} 212 ${round(x + 8)} 212 ${round(x + 17)} 224 C${round(x + 8)} 233 ${round(x - 8)} 233 ${round(x - 17)} 224 Z" fill="#fbf8f4"/>`,
      `<circle cx="${round(x)}" cy="222" r="8" fill="#2b1c14"/><circle cx="${round(x + 2.6)}" cy="219" r="2.3" fill="#ffffff"/>`,
      `<path d="M${round(x - 18)} 224 C${round(x - 8)} 210 ${round(x + 8)} 210 ${round(x + 18)} 224" fill="none" stroke="#2a1d17" stroke-width="${male ? '2.6' : '3.6'}"/>`,
      `<path d="M${round(x - 21)} ${round(204 + side * -1)} C${round(x - 8)} 194 ${round(x + 10)} 194 ${round(x + 21)} ${round(204 + side)}" fill="none" stroke="${hair}" stroke-width="${round(brow)}" stroke-linecap="round"/>`,
    ].join('')
  }
  const lens = (side: number): string =>
    `<rect x="${round(200 + side * (eyes + 1) - 25)}" y="206" width="50" height="36" rx="12" fill="#dfe8ee" fill-opacity="0.18" stroke="#2c2c30" stroke-width="3.4"/>`
  const spectacles = glasses
    ? `${lens(-1)}${lens(1)}<path d="M${round(200 - eyes + 24)} 220 Q200 212 ${round(200 + eyes - 24)} 220" fill="none" stroke="#2c2c30" stroke-width="3.4"/>`
    : ''
  const lips = male ? '#b9705f' : '#c65a56'
  return [
    eye(-1),
    eye(1),
    `<path d="M198 226 C194 246 ${round(200 - nose)} 262 ${round(200 - nose)} 268 C${round(200 - nose * 0.6)} 277 ${round(200 + nose * 0.6)} 277 ${round(200 + nose)} 268 C${round(200 + nose)} 264 ${round(200 + nose * 0.9)} 260 ${round(200 + nose * 0.8)} 258" fill="none" stroke="${shade}" stroke-width="3.2" stroke-linecap="round"/>`,
    `<path d="M${round(200 - mouth)} 299 C${round(200 - mouth * 0.4)} 291 196 294 200 296 C204 294 ${round(200 + mouth * 0.4)} 291 ${round(200 + mouth)} 299 C${round(200 + mouth * 0.4)} 311 ${round(200 - mouth * 0.4)} 311 ${round(200 - mouth)} 299 Z" fill="${lips}"/>`,
    `<path d="M${round(200 - mouth)} 299 C${round(200 - mouth * 0.3)} 302 ${round(200 + mouth * 0.3)} 302 ${round(200 + mouth)} 299" fill="none" stroke="#7a3b34" stroke-width="1.8"/>`,
    spectacles,
  ].join('')
}

/** Gradients that `drawFigure` refers to; once in each drawing. */
export const FIGURE_DEFS = [
  '<radialGradient id="faceShade" cx="0.42" cy="0.4" r="0.75"><stop offset="0" stop-color="#ffffff" stop-opacity="0.22"/><stop offset="0.55" stop-color="#ffffff" stop-opacity="0"/><stop offset="1" stop-color="#7a4a2c" stop-opacity="0.3"/></radialGradient>',
  '<linearGradient id="clothShade" x1="0" x2="1"><stop offset="0" stop-color="#000000" stop-opacity="0.22"/><stop offset="0.4" stop-color="#ffffff" stop-opacity="0.1"/><stop offset="1" stop-color="#000000" stop-opacity="0.28"/></linearGradient>',
].join('')

function darken(colour: string, factor: number): string {
  const channel = (at: number): string =>
    Math.min(255, Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * factor))
      .toString(16)
      .padStart(2, '0')
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
