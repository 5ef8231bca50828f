import { changed } from '../edits'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

const FIELD = 'services.0.domains'
const TWO = 'xinghe.example, xinghai.example'

export const domainChange: Recipe<'domain-change'> = (_, draft) => ({
  breaks: [
    fails('a domain more', changed(draft, [FIELD, 'xinghe.example', TWO])),
    fails('another domain', changed(draft, [FIELD, 'xinghe.example', 'xinghai.example'])),
  ],
  keeps: [passes('a domain less', changed(draft, [FIELD, TWO, 'xinghai.example']))],
  boundary: [
    fails('a domain less and another one', changed(draft, [FIELD, TWO, 'xingchen.example'])),
    fails(
      'the same domains in another order',
      changed(draft, [FIELD, TWO, 'xinghai.example, xinghe.example']),
    ),
    passes('a domain less, in capitals', changed(draft, [FIELD, TWO, 'XINGHAI.EXAMPLE'])),
    concernsNot('another field of the service', changed(draft, ['services.0.name', '甲', '乙'])),
  ],
})
