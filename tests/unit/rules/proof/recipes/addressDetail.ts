import { entity } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

/** Ends without a number, a storey or a room. */
const ROAD = '样例市样例区样例路'

export const addressDetail: Recipe<'address-detail'> = ({ remark, forbidden, doorRequired }, draft) => {
  const at = (mailingAddress: string, remarks = '') => entity(draft, { mailingAddress, remarks })
  const placeholders = forbidden.map((text) => fails(`an address with ${text}`, at(`${text}样例路1号`)))
  const doorless = (doorRequired ? fails : passes)('an address that ends with the road', at(ROAD))
  return {
    breaks: [...placeholders, ...(doorRequired ? [doorless] : [])],
    keeps: [passes('an address down to the room', draft)],
    boundary: [
      doorless,
      passes('the same road with a number', at(`${ROAD}1号`)),
      (doorRequired ? fails : passes)('a number of which nothing is counted', at(`${ROAD}1`)),
      ...(remark === undefined
        ? []
        : [
            passes('the road, with the remark that there is no number', at(ROAD, remark)),
            fails('the road, with another remark', at(ROAD, remark.slice(1))),
          ]),
    ],
  }
}
