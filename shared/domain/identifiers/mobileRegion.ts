import { MOBILE_REGION_RUNS } from './mobileRegionTable'

interface Run {
  /** First seven digits from which it counts. */
  readonly from: number
  /** Six-digit code, or undefined where the table knows nothing. */
  readonly province: string | undefined
}

const FIRST = 1_300_000
const RUNS = readRuns(MOBILE_REGION_RUNS)

/**
 * The division in which a mobile number was handed out, `330000`; undefined where the table does not know its
 * beginning: many series given out since 2016 (166, 198, 199 and others) are not in it. `number` is eleven digits as
 * `checkPhone` gives them.
 */
export function provinceOfMobile(number: string): string | undefined {
  const start = Number(number.slice(0, 7))
  let low = 0
  let high = RUNS.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((RUNS[middle]?.from ?? FIRST) <= start) {
      low = middle
    } else {
      high = middle - 1
    }
  }
  return RUNS[low]?.province
}

function readRuns(text: string): readonly Run[] {
  let from = FIRST
  return text.split(' ').map((token) => {
    const run = { from, province: token.startsWith('--') ? undefined : `${token.slice(0, 2)}0000` }
    from += token.length === 2 ? 1 : Number(token.slice(2))
    return run
  })
}
