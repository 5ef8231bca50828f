import { entity, services } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const remark: Recipe<'remark'> = ({ of, minCharacters, statements }, draft) => {
  const write = (remarks: string) =>
    of === 'entity' ? entity(draft, { remarks }) : services(draft, { remarks })
  const said = statements.map((words) => words[0] ?? '').join('，')
  const full = said.padEnd(minCharacters, '样')
  const complete = statements.length === 0 ? passes : asks
  const lacking = statements.flatMap((words, place) =>
    words.length === 0
      ? []
      : [
          asks(
            `nothing said of ${words.join(' / ')}`,
            write(
              statements
                .map((other, index) => (index === place ? '' : (other[0] ?? '')))
                .join('，')
                .padEnd(Math.max(minCharacters, 2), '样'),
            ),
          ),
        ],
  )
  const others = statements.flatMap((words, place) =>
    words.slice(1).map((word) =>
      passes(
        `${word} says the same`,
        write(
          statements
            .map((list, index) => (index === place ? word : (list[0] ?? '')))
            .join('，')
            .padEnd(minCharacters, '样'),
        ),
      ),
    ),
  )
  return {
    breaks: [fails('nothing written', write(''))],
    keeps: [passes('all that is asked for', write(full))],
    boundary: [
      complete('exactly as many characters', write('样'.repeat(minCharacters))),
      fails('one character less', write('样'.repeat(minCharacters - 1))),
      fails('blanks alone', write('  ')),
      ...lacking,
      ...others,
    ],
  }
}
