import { changed, papers } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

const RENAMED = ['entity.name', '样例星河科技有限公司', '样例星海科技有限公司'] as const
const REPLACED = ['entity.certificate.number', '91330100MA00000072', '91330100MA0000010Y'] as const
const TO_COMPANY = ['entity.kind', 'individual', 'organization'] as const
const MOVED = ['entity.mailingAddress', '样例路1号', '样例路2号'] as const
const NEIGHBOUR = ['entity.certificate.address', '样例路1号', '样例路2号'] as const

export const changePolicy: Recipe<'change-policy'> = ({ policy }, draft) => {
  const keeps = [passes('another mailing address', changed(draft, MOVED))]
  const neighbour = passes('another field of the same certificate', changed(draft, NEIGHBOUR))
  const proved = (change: typeof RENAMED | typeof REPLACED) =>
    papers(changed(draft, change), 'name-change-letter')
  switch (policy) {
    case 'none':
      return {
        breaks: [
          fails('another name', changed(draft, RENAMED)),
          fails('another holder', changed(draft, REPLACED)),
        ],
        keeps,
        boundary: [neighbour, fails('another name, with a letter', proved(RENAMED))],
      }
    case 'rename-only':
      return {
        breaks: [fails('another holder, with a letter', proved(REPLACED))],
        keeps,
        boundary: [
          neighbour,
          fails('another name without a letter', changed(draft, RENAMED)),
          asks('another name with a letter', proved(RENAMED)),
        ],
      }
    case 'with-proof':
      return {
        breaks: [fails('another holder without a letter', changed(draft, REPLACED))],
        keeps,
        boundary: [neighbour, asks('another holder with a letter', proved(REPLACED))],
      }
    case 'to-company':
      return {
        breaks: [asks('a company in the place of the individual', changed(draft, TO_COMPANY, REPLACED))],
        keeps,
        boundary: [neighbour, asks('another name alone', changed(draft, RENAMED))],
      }
  }
}
