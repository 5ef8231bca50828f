import { domains, domainTimes } from '../edits'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

export const domainRealName: Recipe<'domain-real-name'> = (_, draft) => {
  const two = domainTimes(draft, 2)
  const lastUnproved = {
    ...two,
    services: two.services.map((service) => ({
      ...service,
      domains: service.domains.map((domain, index) => ({ ...domain, realNameVerified: index === 0 })),
    })),
  }
  return {
    breaks: [fails('no real-name record', domains(draft, { realNameVerified: false }))],
    keeps: [passes('a real-name record', domains(draft, { realNameVerified: true }))],
    boundary: [
      fails('two domains, one without a record', lastUnproved),
      concernsNot('no domain at all', domainTimes(draft, 0)),
    ],
  }
}
