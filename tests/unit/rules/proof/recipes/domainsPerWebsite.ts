import { domainTimes } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const domainsPerWebsite: Recipe<'domains-per-website'> = ({ max }, draft) => ({
  breaks: [fails('ten domains more', domainTimes(draft, max + 10))],
  keeps: [passes('one domain', domainTimes(draft, 1))],
  boundary: [
    passes('exactly as many', domainTimes(draft, max)),
    fails('one too many', domainTimes(draft, max + 1)),
    passes('as many on each of two websites', {
      ...draft,
      services: [...domainTimes(draft, max).services, ...domainTimes(draft, max).services].map(
        (service, index) => ({ ...service, id: `s${String(index)}` }),
      ),
    }),
  ],
})
