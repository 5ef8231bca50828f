import type { ReadCharacter } from './recognizeLine'

/** Less probable than this, a character is not taken for the word that it would make. */
const LEAST_PROBABLE = 0.05
/** How sure a character is at most that a word chose: less than a name needs. */
const DOUBTFUL = 0.8

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * An opinion on the Chinese characters of a firm's name by the words that they make: a character that makes none gives way to
 * one that the recognizer thought of and that makes one with its neighbours (技术 for 技市). It is doubtful then. Words are those of
 * the dictionary that comes with the runtime (Unicode, ICU). Names of persons are no words and are not judged so.
 */
export function judgeByWords(read: readonly ReadCharacter[]): readonly ReadCharacter[] {
  return read.map((own, index) => {
    const { others = [] } = own
    if (others.length === 0 || makesWord(read, index, own.text)) {
      return own
    }
    const best = others
      .filter(({ text, confidence }) => confidence >= LEAST_PROBABLE && makesWord(read, index, text))
      .toSorted((a, b) => b.confidence - a.confidence)[0]
    return best === undefined
      ? own
      : {
          ...own,
          text: best.text,
          confidence: Math.min(own.confidence, DOUBTFUL),
          others: others.map((other) => (other === best ? own : other)),
        }
  })
}

/** Whether this character, in its place among the others, is part of a word of two Chinese characters and more. */
function makesWord(read: readonly ReadCharacter[], index: number, character: string): boolean {
  const before = read.slice(0, index).map(({ text }) => text)
  const line = [...before, character, ...read.slice(index + 1).map(({ text }) => text)].join('')
  const word = SEGMENTER.segment(line).containing(before.join('').length)
  return word !== undefined && /^\p{Script=Han}{2,}$/u.test(word.segment)
}
