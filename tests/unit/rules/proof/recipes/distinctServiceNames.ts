import type { Draft } from '../draft'
import { services, serviceTimes } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'
import { recordLike, recordedServices } from '../records'

function named(draft: Draft, first: string, second: string, remarks = '两个网站内容不同'): Draft {
  return services(serviceTimes(draft, 2), (service, index) => ({
    ...service,
    name: index === 0 ? first : second,
    remarks,
  }))
}

export const distinctServiceNames: Recipe<'distinct-service-names'> = ({ remark }, draft) => {
  const later = { ...named(draft, '星河小记', '星河日记'), filingType: 'new-service-filed-here' as const }
  const silent = (remark ? fails : asks)(
    'one name twice, nothing said',
    named(draft, '星河小记', '星河小记', ''),
  )
  return {
    breaks: [silent],
    keeps: [passes('two names', named(draft, '星河小记', '星河日记'))],
    boundary: [
      asks('one name twice, with a remark', named(draft, '星河小记', '星河小记')),
      asks('the same but for a space', named(draft, '星河小记', '星河 小记')),
      passes('two names without a remark', named(draft, '星河小记', '星河日记', '')),
      asks(
        'the name of a website on file',
        recordedServices({ ...later, record: recordLike(later) }, { name: '星河小记' }),
      ),
    ],
  }
}
