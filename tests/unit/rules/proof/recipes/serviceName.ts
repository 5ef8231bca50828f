import { PROVINCES } from '../../../../../shared/domain/provinces'
import type { Draft } from '../draft'
import { services } from '../edits'
import { asks, fails, passes, type ProofCase, type Recipe } from '../proofCases'

type Check = Parameters<Recipe<'service-name'>>[0]
type Form = Check['forbiddenForms'][number]

const PLACE = PROVINCES[0].nameZh.slice(0, 2)

/** A name of this form, and the nearest one that is not. */
function pairOf(form: Form, { entity }: Draft): readonly [has: string, hasNot: string] {
  const person = entity.principal.name
  switch (form) {
    case 'digits':
      return ['12345', '12345号记']
    case 'latin':
      return ['Xinghe Notes 1', 'Xinghe小记本']
    case 'symbols':
      return ['!!!', '!!!小记本']
    case 'has-latin':
      return ['星河小记A', '星河小记一']
    case 'domain':
      return ['xinghe.example', '星河小记。']
    case 'applicant-name':
      return [`${person}小记`, `${person.slice(0, 1)}星小记`]
    case 'place-name':
      return [`${PLACE}小记`, `${PLACE.slice(0, 1)}星小记`]
  }
}

export const serviceName: Recipe<'service-name'> = (check, draft) => {
  const { minChineseCharacters, minCharacters, maxCharacters, forbiddenForms, otherwise } = check
  const good = otherwise === 'pass' ? passes : asks
  const named = (name: string) => services(draft, { name })
  const forms = forbiddenForms.flatMap((form): ProofCase[] => {
    const [has, hasNot] = pairOf(form, draft)
    const neighbour =
      forbiddenForms.includes('has-latin') && /[a-z]/iu.test(hasNot)
        ? []
        : [good(`no ${form}: ${hasNot}`, named(hasNot))]
    return [fails(`${form}: ${has}`, named(has)), ...neighbour]
  })
  const lengths = [
    ...(minChineseCharacters === undefined
      ? []
      : [
          good('just enough Chinese characters', named('星'.repeat(minChineseCharacters))),
          fails('one Chinese character less', named(`${'星'.repeat(minChineseCharacters - 1)}abc`)),
        ]),
    ...(minCharacters === undefined
      ? []
      : [
          good('just enough characters', named('星'.repeat(minCharacters))),
          fails('one character less', named('星'.repeat(minCharacters - 1))),
        ]),
    ...(maxCharacters === undefined
      ? []
      : [
          good('as many characters as may be', named('星'.repeat(maxCharacters))),
          fails('one character more', named('星'.repeat(maxCharacters + 1))),
        ]),
  ]
  const boundary = [...forms, ...lengths]
  return {
    breaks: boundary.filter(({ verdict }) => verdict === 'fail'),
    keeps: [good('a plain name', draft)],
    boundary,
  }
}
