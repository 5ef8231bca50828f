import { DEFECT_NAMES, defectFits, isDealt, type DefectName } from '../defects/catalogue'
import { resolveOptions, type SpecimenOptions } from '../options'
import type { Random } from '../random'

/** Faults that cannot both be in one filing, or would hide each other. */
const RIVALS: readonly (readonly DefectName[])[] = [
  ['red-clothing', 'blue-clothing', 'other-person-photo'],
  ['expired-id', 'underage'],
  ['shared-phone', 'phone-used-elsewhere'],
  ['domain-expiring', 'domain-not-verified', 'registrant-differs'],
  ['emblem-twice', 'other-person-card'],
  [
    'missing-document',
    'blurred',
    'too-dark',
    'glare',
    'grey-copy',
    'cropped-edge',
    'screen-reshoot',
    'emblem-twice',
  ],
]
const BORROWING: readonly DefectName[] = ['phone-used-elsewhere', 'service-number-used']

/**
 * Gives `count` of the filings one to three faults each. Every fault is dealt once before any is dealt again, as far
 * as the filings can carry it; filings with rare papers stay clean.
 */
export function dealDefects<Filing extends SpecimenOptions>(
  random: Random,
  filings: readonly Filing[],
  count: number,
): readonly Filing[] {
  const dealt = new Map<DefectName, number>(DEFECT_NAMES.map((name) => [name, 0]))
  const faulty = new Set(chooseFaulty(random.fork('choose'), filings, count))
  const lender = filings.find(
    (filing) => !faulty.has(filing) && filing.filingType === 'first-filing' && isPlain(filing),
  )
  return filings.map((filing) => {
    if (!faulty.has(filing)) {
      return filing
    }
    const defects: DefectName[] = []
    const wanted = random.pick([1, 1, 2, 2, 3] as const)
    while (defects.length < wanted) {
      const next = nextDefect(random, dealt, defects, filing, lender !== undefined)
      if (next === undefined) {
        break
      }
      defects.push(next)
      dealt.set(next, (dealt.get(next) ?? 0) + 1)
    }
    const borrows = defects.some((defect) => BORROWING.includes(defect))
    return { ...filing, defects, ...(borrows && lender !== undefined ? { borrowsFrom: lender } : {}) }
  })
}

/** Mostly hosted filings, since most faults need one. */
function chooseFaulty<Filing extends SpecimenOptions>(
  random: Random,
  filings: readonly Filing[],
  count: number,
): readonly Filing[] {
  const plain = filings.filter((filing) => isPlain(filing))
  const mixed = plain.map((filing) => ({
    filing,
    place: random.next() - (resolveOptions(filing).hosted ? 0.35 : 0),
  }))
  return mixed
    .sort((one, other) => one.place - other.place)
    .slice(0, count)
    .map(({ filing }) => filing)
}

function isPlain({ paper, extras, serviceCount, withPhoto }: SpecimenOptions): boolean {
  return paper === undefined && extras === undefined && serviceCount === undefined && withPhoto === undefined
}

function nextDefect(
  random: Random,
  dealt: ReadonlyMap<DefectName, number>,
  present: readonly DefectName[],
  filing: SpecimenOptions,
  canBorrow: boolean,
): DefectName | undefined {
  const { filingType, nature, paper } = resolveOptions(filing)
  const fitting = DEFECT_NAMES.filter(
    (defect) =>
      isDealt(defect) &&
      defectFits(defect, { filingType, nature, paper }) &&
      (canBorrow || !BORROWING.includes(defect)) &&
      !present.some(
        (other) =>
          other === defect || RIVALS.some((rivals) => rivals.includes(defect) && rivals.includes(other)),
      ),
  )
  const fewest = Math.min(...fitting.map((defect) => dealt.get(defect) ?? 0))
  const due = fitting.filter((defect) => dealt.get(defect) === fewest)
  return due.length === 0 ? undefined : random.pick(due)
}
