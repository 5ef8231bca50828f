import { everybody } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

/** Numbers of message centres, 13800 and the area code of a city of the division: nobody's number, known to all. */
const CENTRES: Readonly<Record<string, string>> = {
  '110000': '13800100500',
  '120000': '13800220500',
  '130000': '13800311500',
  '210000': '13800240500',
  '310000': '13800210500',
  '330000': '13800571500',
  '430000': '13800731500',
  '440000': '13800200500',
  '610000': '13800290500',
  '620000': '13800931500',
  '650000': '13800991500',
}

export const phoneRegion: Recipe<'phone-region'> = ({ alsoFrom }, draft) => {
  const number = (mobile: string) => everybody(draft, { mobile })
  const own = CENTRES[draft.province]
  if (own === undefined) {
    return undefined
  }
  const accepted = [draft.province, ...alsoFrom]
  const others = Object.entries(CENTRES).filter(([code]) => !accepted.includes(code))
  return {
    breaks: others.map(([code, mobile]) => fails(`a number of ${code}`, number(mobile))),
    keeps: [passes('a number from here', number(own))],
    boundary: [
      ...alsoFrom.map((code) =>
        passes(`a number of ${code}, which is taken as well`, number(CENTRES[code] ?? '')),
      ),
      passes('a number from here with the country before it', number(`+86 ${own}`)),
      asks('a series that the table does not know', number('16600000001')),
      asks('a landline', number('0571-88888888')),
    ],
  }
}
