import { everybody } from '../edits'
import { asks, passes, type Recipe } from '../proofCases'

/** Segments of operators with networks of their own. */
const OWN_NETWORK = ['138', '139', '166', '186', '189', '199']

export const phoneCarrier: Recipe<'phone-carrier'> = ({ resoldSegments }, draft) => {
  const number = (start: string) => everybody(draft, { mobile: start.padEnd(11, '0') })
  const own = OWN_NETWORK.filter((start) => !resoldSegments.some((resold) => resold.startsWith(start)))
  return {
    breaks: resoldSegments.map((start) => asks(`resold segment ${start}`, number(start))),
    keeps: own.map((start) => passes(`segment ${start}`, number(start))),
    boundary: [
      asks('a landline', everybody(draft, { mobile: '0571-88888888' })),
      ...resoldSegments
        .map((start) => String(Number(start) + 1))
        .filter(
          (start) => !resoldSegments.some((resold) => resold.startsWith(start) || start.startsWith(resold)),
        )
        .map((start) => passes(`the segment next to it, ${start}`, number(start))),
    ],
  }
}
