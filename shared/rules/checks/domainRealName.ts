import { domainsOf } from './caseDomains'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/** The provider's system saw the real-name record of every domain. */
export const domainRealName = defineCheck('domain-real-name', {}, (context) =>
  worstOf(
    domainsOf(context).map(({ domain, path }) =>
      (domain.realNameVerified ? pass : fail)({
        evidence: [field(`${path}.realNameVerified`)],
        measured: domain.name,
      }),
    ),
  ),
)
