import { everybody, servicePrincipals, services, twoPersons } from '../edits'
import { asks, concernsNot, fails, passes, type Recipe } from '../proofCases'

export const emergencyNumber: Recipe<'emergency-number'> = (check, draft) => {
  const { required, differsFrom, remarkMentions } = check
  const explained = services(draft, { remarks: `${remarkMentions[0] ?? ''}电话为同事所有` })
  const two = twoPersons(explained)
  const [own, other] = [draft.entity.principal.mobile, two.services[0]?.principal.mobile ?? '']
  const number = (emergencyPhone: string) => everybody(explained, { emergencyPhone })
  const missing = (required ? fails : concernsNot)('no emergency number', number(''))
  const ofOwn = (differsFrom.length > 0 ? fails : passes)('the own mobile number', number(own))
  const ofOther = differsFrom.includes('every-principal-mobile') ? fails : passes
  return {
    breaks: [missing, ofOwn].filter(({ verdict }) => verdict === 'fail'),
    keeps: [passes('a number of somebody else', number('13800000009'))],
    boundary: [
      missing,
      ofOwn,
      passes('one digit from the own number', number(`${own.slice(0, -1)}8`)),
      ofOwn.verdict === 'fail'
        ? fails('the own number with spaces', number(own.replace(/(.{3})(.{4})/, '$1 $2 ')))
        : passes('the own number with spaces', number(own.replace(/(.{3})(.{4})/, '$1 $2 '))),
      ofOther('the mobile number of the other principal', {
        ...two,
        entity: { ...two.entity, principal: { ...two.entity.principal, emergencyPhone: other } },
      }),
      ...(remarkMentions.length > 0
        ? [
            asks(
              'a remark that does not say whose it is',
              services(number('13800000009'), { remarks: '介绍样例星河的产品' }),
            ),
          ]
        : []),
      ...(required
        ? [
            fails(
              'the service principal alone has none',
              servicePrincipals(explained, { emergencyPhone: '' }),
            ),
          ]
        : []),
    ],
  }
}
