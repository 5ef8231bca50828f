import { entity, papers } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'
import { inside, neighbourOf, textAt, withoutWords } from '../words'

export const forbiddenWords: Recipe<'forbidden-words'> = (check, draft, conditions) => {
  const { in: places, words, ignoring, match, judgedByPersonForNatures, exceptWithPreApproval } = check
  // A rule that is about such names alone has nothing to say of others.
  const onlyOfSuch = conditions.some(({ is }) => is === 'words')
  const wordless = onlyOfSuch ? concernsNot : check.otherwise === 'pass' ? passes : asks
  const found = judgedByPersonForNatures.includes(draft.entity.nature) ? asks : fails
  const plain = withoutWords(draft, places)
  const atStart = (word: string) => `${word}样例`
  const [place = 'service-name'] = places
  const [first = ''] = words
  const broken = textAt(plain, place, atStart(first))
  const neighbour = neighbourOf(words)
  return {
    breaks: words.map((word) =>
      found(`a name that begins with ${word}`, textAt(plain, place, atStart(word))),
    ),
    keeps: [wordless('a name without such words', plain)],
    boundary: [
      (match === 'contains' ? found : wordless)(
        `${first} within the name`,
        textAt(plain, place, inside(place, first)),
      ),
      ...places.map((other) => found(`${first} in ${other}`, textAt(plain, other, atStart(first)))),
      ...(neighbour === undefined
        ? []
        : [wordless(`${neighbour}, which is in no word`, textAt(plain, place, atStart(neighbour)))]),
      ...ignoring.map((phrase) =>
        wordless(`${phrase}, which is none of them`, textAt(plain, place, inside(place, phrase))),
      ),
      (exceptWithPreApproval ? asks : found)('a word with an approval', papers(broken, 'pre-approval')),
      ...(draft.entity.kind === 'individual'
        ? []
        : judgedByPersonForNatures.map((nature) =>
            asks(`a word, used by ${nature}`, entity(broken, { nature })),
          )),
    ],
  }
}
