import { services } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

const OTHER = '样例类型'

export const serviceContent: Recipe<'service-content'> = (check, draft) => {
  const { forbidden, nameWords, remarkFor } = check
  const allowed = check.allowedByProvince?.[draft.province] ?? check.allowed
  const shows = (contentCategories: string[], remarks = '介绍样例星河的产品') =>
    services(draft, { contentCategories, remarks })
  const good = (allowed ?? [OTHER]).find((type) => !forbidden.includes(type)) ?? OTHER
  const refused = [
    ...forbidden.map((type) => fails(type, shows([type]))),
    ...(allowed === undefined ? [] : [fails('a type that is not open', shows([OTHER]))]),
    ...remarkFor.map((type) => fails(`${type} without a remark`, shows([type], ''))),
    ...nameWords.map((word) => fails(`a name with ${word}`, services(draft, { name: `样例${word}小记` }))),
  ]
  const besides = forbidden[0] ?? (allowed === undefined ? undefined : OTHER)
  return {
    breaks: refused,
    keeps: (allowed ?? [good]).map((type) => passes(type, shows([type]))),
    boundary: [
      ...(besides === undefined ? [] : [fails('a refused type besides a good one', shows([good, besides]))]),
      ...remarkFor
        .filter((type) => allowed === undefined || allowed.includes(type))
        .map((type) => passes(`${type} with a remark of one character`, shows([type], '样'))),
      ...forbidden.map((type) => {
        const neighbour = `${type}展示`
        return (allowed === undefined ? passes : fails)(neighbour, shows([neighbour]))
      }),
      ...(remarkFor.includes(good) ? [] : [passes('a good type without a remark', shows([good], ''))]),
    ],
  }
}
