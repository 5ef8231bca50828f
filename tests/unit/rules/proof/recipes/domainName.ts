import { domains, services } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

export const domainName: Recipe<'domain-name'> = ({ form }, draft) => {
  const named = (name: string) => domains(draft, { name })
  if (form === 'present') {
    return {
      breaks: [fails('a website without a domain', services(draft, { domains: [] }))],
      keeps: [passes('a website with its domain', draft)],
      boundary: [
        fails('an address in the place of the domain', named('203.0.113.7')),
        passes('digits that are a domain', named('203.example')),
      ],
    }
  }
  return {
    breaks: [fails('a name with www', named('www.xinghe.example'))],
    keeps: [passes('a registered name', named('xinghe.example'))],
    boundary: [
      passes('a registered name below com.cn', named('xinghe.com.cn')),
      fails('a name below that', named('a.xinghe.com.cn')),
      fails('a suffix alone', named('com.cn')),
      passes('a Chinese name', named('星河.example')),
    ],
  }
}
