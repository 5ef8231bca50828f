import type { SpecimenPerson } from '../people/person'
import { drawFigure } from '../pictures/figure'
import { group, rect, round } from '../pictures/svg'
import { createRandom, type Random } from '../random'

/**
 * People of the tuning world: the figures of the bundles, broader or narrower, turned the other way, in garments of
 * several cuts and patterns. In the same box of 400 by 500.
 */
export function tuningFigure(person: SpecimenPerson, cloth: string): string {
  const random = createRandom(`${person.faceSeed}/tuning`)
  const broad = random.between(0.92, 1.1) * (random.chance(0.5) ? -1 : 1)
  const dressed = drawFigure(person, cloth) + garment(cloth, person.sex === 'male' ? 176 : 148, random)
  return group(`translate(200 0) scale(${round(broad)} 1) translate(-200 0)`, dressed)
}

function garment(cloth: string, half: number, random: Random): string {
  const outline = `M${round(200 - half)} 520 C${round(204 - half)} 436 ${round(252 - half)} 404 152 386 L200 432 L248 386 C${round(148 + half)} 404 ${round(196 + half)} 436 ${round(200 + half)} 520 Z`
  switch (random.pick(['plain', 'stripes', 'check', 'coat', 'jumper', 'badge'] as const)) {
    case 'plain':
      return ''
    case 'stripes':
      return patterned(
        outline,
        rect(0, 0, 5, 16, 'fill="#ffffff" fill-opacity="0.22"'),
        random.between(-8, 8),
      )
    case 'check':
      return patterned(
        outline,
        rect(0, 0, 16, 5, 'fill="#000000" fill-opacity="0.2"') +
          rect(0, 0, 5, 16, 'fill="#000000" fill-opacity="0.2"'),
        random.between(0, 45),
      )
    case 'coat':
      return `<path d="M174 404 L200 486 L226 404 L200 428 Z" fill="#f4f2ee"/><path d="M152 386 L176 480 L200 520 L224 480 L248 386" fill="none" stroke="#000000" stroke-opacity="0.4" stroke-width="6"/>`
    case 'jumper':
      return `<path d="M150 384 Q200 446 250 384 Q256 396 250 406 Q200 466 150 406 Q144 396 150 384 Z" fill="${cloth}" stroke="#000000" stroke-opacity="0.3" stroke-width="3"/>`
    case 'badge':
      return `<path d="M166 396 L196 500 M234 396 L204 500" stroke="#2b2f36" stroke-width="6" fill="none"/>${rect(182, 494, 36, 26, 'fill="#f7f7f5" stroke="#55585c" stroke-width="2"')}`
  }
}

function patterned(outline: string, body: string, turn: number): string {
  const cell = `<pattern id="fabric" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(${round(turn)})">${body}</pattern>`
  return `${cell}<path d="${outline}" fill="url(#fabric)"/>`
}
