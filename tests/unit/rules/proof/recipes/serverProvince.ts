import { PROVINCES } from '../../../../../shared/domain/provinces'
import { access, services } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const serverProvince: Recipe<'server-province'> = (_, draft) => {
  const at = (code: string) => access(draft, { serverProvince: code })
  const unhosted = services({ ...draft, filingType: 'change' }, { access: undefined })
  return {
    breaks: [fails('a code of no division', at('160000'))],
    keeps: PROVINCES.map(({ code, nameZh }) => passes(nameZh, at(code))),
    boundary: [
      fails('the code after the last division', at('660000')),
      fails('the code between two divisions', at('380000')),
      ...(draft.filingType === 'first-filing' ? [] : [asks('no instance stated', unhosted)]),
    ],
  }
}
