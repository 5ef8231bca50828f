import { services } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const appName: Recipe<'app-name'> = ({ placeholders, doubtfulWords, otherwise }, draft) => {
  const good = otherwise === 'pass' ? passes : asks
  const named = (name: string) => services(draft, { name })
  return {
    breaks: [
      ...placeholders.map((name) => fails(`the placeholder ${name}`, named(name))),
      fails('an emoji', named('星河\u{1F600}小记')),
      fails('a price', named('星河小记9元')),
    ],
    keeps: [good('a name', draft)],
    boundary: [
      ...placeholders.map((name) => good(`${name} as a part of a name`, named(`星河${name}小记`))),
      ...placeholders.map((name) =>
        fails(`${name} in capitals, with a space before it`, named(` ${name.toUpperCase()}`)),
      ),
      good('a digit and a sign, which are no emoji', named('星河小记#1')),
      good('a number that is no price', named('星河小记9')),
      ...doubtfulWords.map((word) => asks(`${word} within the name`, named(`星河${word}小记`))),
    ],
  }
}
