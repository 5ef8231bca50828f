import { domains, entity } from '../edits'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

export const bracketWidth: Recipe<'bracket-width'> = (_, draft) => {
  const between = (name: string, registrantName: string) =>
    domains(entity(draft, { name }), { registrantName })
  return {
    breaks: [
      fails('wide on the licence, narrow at the registrar', between('样例（星河）公司', '样例(星河)公司')),
    ],
    keeps: [passes('wide at both places', between('样例（星河）公司', '样例（星河）公司'))],
    boundary: [
      passes('narrow at both places', between('样例(星河)公司', '样例(星河)公司')),
      fails('one of the two brackets', between('样例（星河）公司', '样例（星河)公司')),
      concernsNot('no brackets', between('样例星河公司', '样例星河公司')),
      concernsNot('held by somebody else', between('样例（星河）公司', '周旁人')),
    ],
  }
}
