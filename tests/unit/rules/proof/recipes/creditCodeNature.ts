import { creditCodeCheckCharacter } from '../../../../../shared/domain/identifiers/checkCharacters'
import type { EntityNature } from '../../../../../shared/domain/filing'
import { entity } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'

/** What the first two characters stand for (GB 32100-2015, annex). */
const BORNE_BY: ReadonlyArray<readonly [prefix: string, nature: EntityNature, notBy: EntityNature]> = [
  ['11', 'government', 'institution'],
  ['12', 'institution', 'government'],
  ['51', 'social-organisation', 'foundation'],
  ['53', 'foundation', 'social-organisation'],
  ['91', 'enterprise', 'sole-trader'],
  ['92', 'sole-trader', 'enterprise'],
]

export const creditCodeNature: Recipe<'credit-code-nature'> = ({ alsoBorneBy }, draft) => {
  if (draft.entity.kind === 'individual') {
    return undefined
  }
  const of = (prefix: string, nature: EntityNature) => {
    const body = `${prefix}330100MA0000007`
    const number = body + creditCodeCheckCharacter(body)
    return entity(draft, { nature, certificate: { ...draft.entity.certificate, number } })
  }
  const besides = Object.entries(alsoBorneBy).flatMap(([prefix, natures]) =>
    natures.map((nature) => passes(`${nature} with ${prefix}, as an exception`, of(prefix, nature))),
  )
  return {
    breaks: BORNE_BY.map(([prefix, , notBy]) => fails(`${notBy} with ${prefix}`, of(prefix, notBy))),
    keeps: BORNE_BY.map(([prefix, nature]) => passes(`${nature} with ${prefix}`, of(prefix, nature))),
    boundary: [
      ...besides,
      asks('first characters that tell nothing', of('Y1', 'enterprise')),
      concernsNot(
        'a certificate without such characters',
        entity(draft, { certificate: { ...draft.entity.certificate, type: 'registration-number' } }),
      ),
    ],
  }
}
