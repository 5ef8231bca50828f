import { daysAfter, monthsAfter, submittedOn } from '../days'
import { certificates } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'

export const temporaryCard: Recipe<'temporary-card'> = ({ persons, months }, draft) => {
  const from = daysAfter(submittedOn(draft), -7)
  const card = (validFrom: string | undefined, validTo: string | undefined) =>
    certificates(draft, persons, { type: 'resident-id', validFrom, validTo })
  return {
    breaks: [fails('a card of one month', card(from, monthsAfter(from, 1)))],
    keeps: [passes('a card of ten years', card('2021-05-01', '2031-05-01'))],
    boundary: [
      fails('exactly as long as a temporary card', card(from, monthsAfter(from, months))),
      passes('a day longer', card(from, daysAfter(monthsAfter(from, months), 1))),
      passes('a card of ten years that ends tomorrow', card('2016-11-21', daysAfter(submittedOn(draft), 1))),
      asks('first day unknown, ends soon', card(undefined, monthsAfter(submittedOn(draft), months))),
      passes(
        'first day unknown, ends later',
        card(undefined, daysAfter(monthsAfter(submittedOn(draft), months), 1)),
      ),
      passes('a card for ever', card(undefined, 'long-term')),
      asks('no end stated', card(from, undefined)),
      concernsNot('a passport', certificates(draft, persons, { type: 'passport', number: 'E12345678' })),
    ],
  }
}
