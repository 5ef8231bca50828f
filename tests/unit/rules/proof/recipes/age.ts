import type { Draft } from '../draft'
import { daysAfter, submittedOn } from '../days'
import { certificates, papers, residentId } from '../edits'
import { asks, concernsNot, fails, passes, type ProofCase, type Recipe } from '../proofCases'

type Sex = 'male' | 'female'

/** Born so that the person grows so many years old on a day so many days after the submission. */
function born(draft: Draft, years: number, daysLater = 0): string {
  const birthday = daysAfter(submittedOn(draft), daysLater)
  return `${String(Number(birthday.slice(0, 4)) - years)}${birthday.slice(4)}`
}

export const age: Recipe<'age'> = (check, draft) => {
  const { persons, min, proofBelow, max, maxMale, maxFemale } = check
  const of = (birthDate: string, sex: Sex = 'male') =>
    certificates(draft, persons, { type: 'resident-id', number: residentId(birthDate, sex) })
  const grown = (min ?? max ?? maxMale ?? maxFemale) === undefined ? concernsNot : passes
  const proof = proofBelow?.anyOf[0] ?? 'supplementary'
  const reached = proofBelow === undefined || (min ?? 0) >= proofBelow.age ? passes : fails
  const least: readonly ProofCase[] =
    min === undefined
      ? []
      : [
          fails(`grows ${String(min)} on the day after`, papers(of(born(draft, min, 1)), proof)),
          reached(`grows ${String(min)} on the day of submission`, of(born(draft, min))),
        ]
  const young: readonly ProofCase[] =
    proofBelow === undefined
      ? []
      : [
          fails(`under ${String(proofBelow.age)} by a day, no paper`, of(born(draft, proofBelow.age, 1))),
          asks(
            `under ${String(proofBelow.age)} by a day, with a paper`,
            papers(of(born(draft, proofBelow.age, 1)), proof),
          ),
          grown(`grows ${String(proofBelow.age)} on the day of submission`, of(born(draft, proofBelow.age))),
        ]
  const oldest = (bound: number | undefined, sexes: readonly Sex[]): readonly ProofCase[] =>
    bound === undefined
      ? []
      : sexes.flatMap((sex) => [
          passes(`${sex}, last day of being ${String(bound)}`, of(born(draft, bound + 1, 1), sex)),
          fails(`${sex}, grows ${String(bound + 1)} on that day`, of(born(draft, bound + 1), sex)),
        ])
  const boundary = [
    ...least,
    ...young,
    ...oldest(max, ['male', 'female']),
    ...oldest(maxMale, ['male']),
    ...oldest(maxFemale, ['female']),
  ]
  return {
    breaks: boundary.filter(({ verdict }) => verdict === 'fail'),
    keeps: [grown('everybody is forty', of(born(draft, 40, -100)))],
    boundary: [
      ...boundary,
      asks(
        'a passport, which does not tell',
        certificates(draft, persons, { type: 'passport', number: 'E12345678' }),
      ),
    ],
  }
}
