import type { Draft } from '../draft'
import { entity } from '../edits'
import { asks, concernsNot, fails, passes, type ProofCase, type Recipe } from '../proofCases'

const OWNER = '王样'
const SUFFIXED = `${OWNER}（个体工商户）`

export const soleTrader: Recipe<'sole-trader'> = (check, draft) => {
  const { withoutTradeName, remark, ownerOnly, personLooksFor } = check
  const good = personLooksFor.length > 0 ? asks : passes
  const named = (name: string, remarks = remark[0] ?? ''): Draft =>
    entity(draft, { name, remarks, legalRepresentative: OWNER })
  const bare = ((): readonly ProofCase[] => {
    switch (withoutTradeName) {
      case undefined:
        return [
          asks('the owner’s name', named(OWNER)),
          asks('the owner’s name with the suffix', named(SUFFIXED)),
        ]
      case 'individual':
      case 'obtain-first':
        return [
          fails('the owner’s name', named(OWNER)),
          fails('the owner’s name with the suffix', named(SUFFIXED)),
          fails('no name on the licence', named('无')),
        ]
      case 'name-with-suffix':
        return [
          fails('the owner’s name', named(OWNER)),
          good('the owner’s name with the suffix', named(SUFFIXED)),
          fails('another name with the suffix', named('李例（个体工商户）')),
        ]
      case 'owner-name':
        return [
          good('the owner’s name, explained', named(OWNER)),
          ...(remark.length > 0 ? [asks('the owner’s name, not explained', named(OWNER, ''))] : []),
        ]
    }
  })()
  const byOther = (ownerOnly ? fails : good)(
    'led by somebody who is not the owner',
    entity(named('样例星河商行'), { legalRepresentative: '赵别' }),
  )
  const cases = [...bare, byOther]
  const broken = cases.filter(({ verdict }) => verdict === 'fail')
  return {
    breaks: broken.length > 0 ? broken : cases.slice(0, 1),
    keeps: [good('a trade name', named('样例星河商行'))],
    boundary: [
      ...cases,
      good('a trade name that begins with the owner’s', named(`${OWNER}商行`)),
      concernsNot('a company of the owner’s name', entity(named(OWNER), { nature: 'enterprise' })),
    ],
  }
}
