import type { Draft } from '../draft'
import { domainTimes, services } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

/** The first website has exactly these domains. */
function named(draft: Draft, ...names: readonly string[]): Draft {
  return services(domainTimes(draft, names.length), (service) => ({
    ...service,
    domains: service.domains.map((domain, index) => ({ ...domain, name: names[index] ?? domain.name })),
  }))
}

export const domainLabels: Recipe<'domain-labels'> = (_, draft) => ({
  breaks: [fails('two labels', named(draft, 'xinghe.example', 'xinghai.example'))],
  keeps: [passes('two suffixes', named(draft, 'xinghe.example', 'xinghe.test'))],
  boundary: [
    fails('labels one letter apart', named(draft, 'xinghe.example', 'xinghee.test')),
    fails('the third of three', named(draft, 'xinghe.example', 'xinghe.test', 'xinghai.test')),
    passes('a suffix of two parts', named(draft, 'xinghe.example', 'xinghe.com.cn')),
    passes('one in capitals', named(draft, 'xinghe.example', 'XINGHE.TEST')),
    asks('an address among them', named(draft, 'xinghe.example', '203.0.113.7')),
  ],
})
