import { chinaDate, chinaIso } from '../../../shared/calendar/chinaTime'
import { PHOTO_FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import { PROVINCES } from '../../../shared/domain/provinces'
import { isPhotoDefect, type DefectName } from '../defects/catalogue'
import { DEFAULT_SUBMITTED_AT, type SpecimenOptions } from '../options'
import { createRandom, type Random } from '../random'
import { dealDefects } from './dealDefects'
import { SPECIAL_FILINGS } from './specialFilings'
import { makeSubmissionTimes } from './submissionTimes'

/** One bundle of the demonstration: where it goes and what it is. */
export interface QueueEntry {
  readonly folder: 'queue' | 'later'
  readonly name: string
  readonly kind: 'filing' | 'supplement'
  readonly options: SpecimenOptions
}

type Draft = Omit<SpecimenOptions, 'seed'> & { readonly filingType: FilingType }

/** How many filings of each type, besides the special ones. */
const COUNTS: Readonly<Record<FilingType, number>> = {
  'first-filing': 8,
  'add-provider': 4,
  'new-service-filed-elsewhere': 4,
  'new-service-filed-here': 4,
  change: 4,
  claim: 3,
  'cancel-entity': 3,
  'cancel-service': 3,
  'remove-provider': 3,
}
const PHOTO_TYPES: readonly FilingType[] = PHOTO_FILING_TYPES
const FAULTY_SHARE = 0.4

/** Everything the demonstration is made of. `now` is epoch milliseconds; the same seed and time give the same plan. */
export function planQueue(seed: string, now: number): readonly QueueEntry[] {
  const random = createRandom(`queue/${seed}`)
  const drafts = shuffle(random.fork('order'), [...makeOrdinary(random.fork('ordinary')), ...SPECIAL_FILINGS])
  const times = shuffle(random.fork('mix'), makeSubmissionTimes(random.fork('times'), now, drafts.length))
  const clean = drafts.map((draft, index) => nameFiling(draft, seed, index, times[index] ?? now))
  const filings = dealDefects(random.fork('defects'), clean, Math.round(clean.length * FAULTY_SHARE))
  const later = planLater(filings, now)
  const queue = withRecordDifference(filings, later).map((options) => toEntry('queue', 'filing', options, 1))
  return [...queue, ...later]
}

/** The last clean filing that adds a provider, and of which nothing comes later, differs from the record on file. */
function withRecordDifference(
  filings: readonly (SpecimenOptions & Draft)[],
  later: readonly QueueEntry[],
): readonly (SpecimenOptions & Draft)[] {
  const again = new Set(later.map(({ options }) => options.orderNumber))
  const chosen = filings.findLast(
    ({ filingType, defects, orderNumber }) =>
      filingType === 'add-provider' && defects === undefined && !again.has(orderNumber),
  )
  return filings.map((filing) => (filing === chosen ? { ...filing, defects: ['record-differs'] } : filing))
}

function makeOrdinary(random: Random): readonly Draft[] {
  const provinces = shuffle(
    random.fork('provinces'),
    PROVINCES.map(({ code }) => code),
  )
  const types = Object.entries(COUNTS).flatMap(([type, count]) =>
    Array<FilingType>(count).fill(type as FilingType),
  )
  return types.map((filingType, index) => ({
    filingType,
    province: provinces[index % provinces.length] ?? '110000',
    nature:
      index % 3 === 2
        ? 'individual'
        : random.pick(['enterprise', 'enterprise', 'enterprise', 'sole-trader', 'institution'] as const),
  }))
}

function nameFiling(draft: Draft, seed: string, index: number, submittedAt: number): SpecimenOptions & Draft {
  const date = chinaDate(submittedAt).replaceAll('-', '')
  return {
    ...draft,
    seed: `${seed}-${String(index + 1)}`,
    orderNumber: `BA-${date}-${String(index + 1).padStart(4, '0')}`,
    submittedAt: chinaIso(submittedAt),
  }
}

/**
 * What comes after the first decisions: second rounds of returned filings with the faults mended, and photos for
 * filings that pass, one of them in red clothing.
 */
function planLater(filings: readonly (SpecimenOptions & Draft)[], now: number): readonly QueueEntry[] {
  const hosted = filings.filter(({ filingType }) => PHOTO_TYPES.includes(filingType))
  const faulty = hosted.filter(({ defects }) => (defects ?? []).length > 0)
  const clean = hosted.filter(({ defects, withPhoto }) => (defects ?? []).length === 0 && withPhoto !== true)
  const [mended, half] = [faulty[0], faulty.find(({ defects }) => (defects ?? []).length > 1)]
  return [
    ...(mended === undefined ? [] : [toEntry('later', 'filing', resubmit(mended, now, []), 2)]),
    // One applicant mends only the first of the faults.
    ...(half === undefined || half === mended
      ? []
      : [toEntry('later', 'filing', resubmit(half, now, half.defects?.slice(1) ?? []), 2)]),
    ...clean.slice(0, 3).map((options, index) => {
      const defects = index === 1 ? (['red-clothing'] as const) : []
      return toEntry('later', 'supplement', { ...resubmit(options, now, defects), round: 1 }, 1)
    }),
  ]
}

/** The same order again: same people and papers, other faults; a photo that was there is there again. */
function resubmit(options: SpecimenOptions, now: number, defects: readonly DefectName[]): SpecimenOptions {
  const { submittedAt = DEFAULT_SUBMITTED_AT, withPhoto = false } = options
  const hadPhoto = withPhoto || (options.defects ?? []).some((defect) => isPhotoDefect(defect))
  return {
    ...options,
    submittedAt: chinaIso(now),
    papersAt: submittedAt,
    round: 2,
    defects,
    withPhoto: hadPhoto,
  }
}

function toEntry(
  folder: QueueEntry['folder'],
  kind: QueueEntry['kind'],
  options: SpecimenOptions,
  round: number,
): QueueEntry {
  const order = options.orderNumber ?? String(options.seed)
  return {
    folder,
    kind,
    options,
    name: kind === 'supplement' ? `${order}-photo` : `${order}-r${String(round)}`,
  }
}

function shuffle<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
