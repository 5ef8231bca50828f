import { papers } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'
import { inside, neighbourOf, textAt, withoutWords } from '../words'

export const triggerWords: Recipe<'trigger-words'> = (check, draft) => {
  const { in: places, words, ignoring, documents, unseen } = check
  const plain = { ...withoutWords(draft, places), documents: [] }
  // Where the business scope counts, only the picture of the licence shows that no word stands in it.
  const wordless = unseen === undefined ? passes : asks
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
      fails(`${first}, with another paper`, papers(said(first), 'backdrop-photo')),
      ...(neighbour === undefined ? [] : [wordless(`${neighbour}, which is in no word`, said(neighbour))]),
      ...ignoring.map((phrase) => wordless(`${phrase}, which is none of them`, said(phrase))),
    ],
  }
}
