import { entity, papers } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'
import { inside, neighbourOf, textAt, withoutWords } from '../words'

export const forbiddenWords: Recipe<'forbidden-words'> = (check, draft) => {
  const { in: places, words, ignoring, match, judgedByPersonForNatures, exceptWithPreApproval } = check
  const plain = withoutWords(draft, places)
  const atStart = (word: string) => `${word}样例`
  const [place = 'service-name'] = places
  const [first = ''] = words
  const broken = textAt(plain, place, atStart(first))
  const neighbour = neighbourOf(words)
  return {
    breaks: words.map((word) =>
      fails(`a name that begins with ${word}`, textAt(plain, place, atStart(word))),
    ),
    keeps: [passes('a name without such words', plain)],
    boundary: [
      (match === 'contains' ? fails : passes)(
        `${first} within the name`,
        textAt(plain, place, inside(place, first)),
      ),
      ...places.map((other) => fails(`${first} in ${other}`, textAt(plain, other, atStart(first)))),
      ...(neighbour === undefined
        ? []
        : [passes(`${neighbour}, which is in no word`, textAt(plain, place, atStart(neighbour)))]),
      ...ignoring.map((phrase) =>
        passes(`${phrase}, which is none of them`, textAt(plain, place, inside(place, phrase))),
      ),
      (exceptWithPreApproval ? asks : fails)('a word with an approval', papers(broken, 'pre-approval')),
      ...(draft.entity.kind === 'individual'
        ? []
        : judgedByPersonForNatures.map((nature) =>
            asks(`a word, used by ${nature}`, entity(broken, { nature })),
          )),
    ],
  }
}
