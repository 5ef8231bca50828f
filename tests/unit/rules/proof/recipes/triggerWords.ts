import { papers } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'
import { inside, neighbourOf, textAt, withoutWords } from '../words'

export const triggerWords: Recipe<'trigger-words'> = (check, draft, conditions) => {
  const { in: places, words, ignoring, documents, unseen, orRemark } = check
  const silent = orRemark ? withoutWords(draft, ['entity-remarks', 'service-remarks']) : draft
  const plain = { ...withoutWords(silent, places), documents: [] }
  // Where the business scope counts, only the picture of the licence shows that no word stands in it.
  const onlyOfSuch = conditions.some(({ is }) => is === 'words')
  const wordless = onlyOfSuch ? concernsNot : unseen === undefined ? passes : asks
  const [place = 'service-name'] = places
  const said = (word: string, at = place) => textAt(plain, at, inside(at, word))
  const [first = ''] = words
  const neighbour = neighbourOf(words)
  return {
    breaks: words.map((word) => fails(`${word} and no paper`, said(word))),
    keeps: [wordless('no such word', plain)],
    boundary: [
      ...places.map((other) => fails(`${first} in ${other}`, said(first, other))),
      ...documents.map((kind) => asks(`${first}, with ${kind} to be read`, papers(said(first), kind))),
      (orRemark ? asks : fails)(`${first}, with a remark`, textAt(said(first), 'service-remarks', '说明')),
      fails(`${first}, with another paper`, papers(said(first), 'backdrop-photo')),
      ...(neighbour === undefined ? [] : [wordless(`${neighbour}, which is in no word`, said(neighbour))]),
      ...ignoring.map((phrase) => wordless(`${phrase}, which is none of them`, said(phrase))),
    ],
  }
}
