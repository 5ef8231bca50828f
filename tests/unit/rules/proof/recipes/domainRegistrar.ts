import { daysAfter } from '../days'
import { domains, services } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const domainRegistrar: Recipe<'domain-registrar'> = (check, draft) => {
  const { approved, overseas, exemptIfFiledBefore } = check
  const at = (registrar: string) => domains(draft, { registrar })
  const [abroad = ''] = overseas
  const unknown = asks('a registrar of no list', at('示例注册商'))
  const filed = services(at(abroad), { icpNumber: `${draft.entityIcpNumber}-1` })
  const since = (registeredAt: string | undefined) => domains(filed, { registeredAt })
  const exempt =
    exemptIfFiledBefore === undefined
      ? [fails('abroad, registered long ago and filed', since('2010-01-01'))]
      : [
          asks('abroad, filed, registered the day before', since(daysAfter(exemptIfFiledBefore, -1))),
          fails('abroad, filed, registered on that day', since(exemptIfFiledBefore)),
          asks('abroad, filed, day of registration unknown', since(undefined)),
          fails(
            'abroad, registered long ago, not filed',
            services(domains(at(abroad), { registeredAt: '2010-01-01' }), { icpNumber: undefined }),
          ),
        ]
  return {
    breaks: overseas.map((word) => fails(`registered with ${word}`, at(`${word} 示例`))),
    keeps: approved.length > 0 ? approved.map((name) => passes(name, at(name))) : [unknown],
    boundary: [unknown, fails('abroad, in small letters', at(abroad.toLowerCase())), ...exempt],
  }
}
