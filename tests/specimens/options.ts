import type { EntityNature, Service } from '../../shared/domain/filing'
import { FILING_TYPES, HOSTED_FILING_TYPES, type FilingType } from '../../shared/domain/filingTypes'
import { provinceByCode, PROVINCES, type Province } from '../../shared/domain/provinces'
import { chinaDate } from '../../shared/calendar/chinaTime'
import { defectFits, type DefectName } from './defects/catalogue'
import type { IdentityPaper } from './people/person'
import { createRandom, type Random } from './random'

type Pictures = 'full' | 'tiny' | 'none'

export type Extra = 'residence-permit' | 'pre-approval'

/** What a specimen shall be. Everything but the seed has a default that the seed decides. */
export interface SpecimenOptions {
  readonly seed: number | string
  readonly filingType?: FilingType
  readonly entityKind?: 'individual' | 'organization'
  readonly nature?: EntityNature
  /** Six-digit code, `330000`. */
  readonly province?: string
  readonly serviceKind?: Exclude<Service['kind'], 'other'>
  readonly serviceCount?: number
  /** Paper of the principal; others than the resident card belong to people from outside the mainland. */
  readonly paper?: IdentityPaper
  readonly defects?: readonly DefectName[]
  /** A residence permit (individual with the card of another province), a pre-approval for the first service. */
  readonly extras?: readonly Extra[]
  /** Whose mobile or service number is used again, for `phone-used-elsewhere` and `service-number-used`. */
  readonly borrowsFrom?: SpecimenOptions
  /** Instant with offset. */
  readonly submittedAt?: string
  /** Instant for which the papers were made; later rounds and photos give that of the first round. */
  readonly papersAt?: string
  readonly orderNumber?: string
  readonly round?: number
  /** Add the administrator's photo, as applicants of a later round may. */
  readonly withPhoto?: boolean
  /**
   * `tiny`: real JPEGs of 320 pixels without writing on them, for tests that need many bundles. `none`: the form alone,
   * whose documents name files that are not there.
   */
  readonly pictures?: Pictures
}

export interface Plan {
  readonly seed: string
  readonly random: Random
  readonly filingType: FilingType
  readonly hosted: boolean
  readonly nature: EntityNature
  readonly province: Province
  readonly serviceKind: Exclude<Service['kind'], 'other'>
  readonly serviceCount: number
  readonly paper: IdentityPaper
  readonly defects: ReadonlySet<DefectName>
  readonly extras: ReadonlySet<Extra>
  readonly borrowsFrom: Plan | undefined
  readonly submittedAt: string
  /** Date in China on which the papers are valid, unless a defect says otherwise. */
  readonly today: string
  readonly orderNumber: string
  readonly round: number
  readonly withPhoto: boolean
  readonly pictures: Pictures
}

export const DEFAULT_SUBMITTED_AT = '2026-11-20T10:24:00+08:00'
const ORGANISATION_NATURES = [
  'enterprise',
  'enterprise',
  'enterprise',
  'enterprise',
  'sole-trader',
  'institution',
  'social-organisation',
  'private-non-enterprise',
  'law-firm',
  'government',
  'foundation',
] as const

/** Decides what the options leave open. Throws when a defect cannot be in such a filing. */
export function resolveOptions(options: SpecimenOptions): Plan {
  const seed = String(options.seed)
  const random = createRandom(seed)
  const filingType = options.filingType ?? random.fork('type').pick(FILING_TYPES)
  const hosted = (HOSTED_FILING_TYPES as readonly FilingType[]).includes(filingType)
  const nature = resolveNature(random.fork('nature'), options)
  const submittedAt = options.submittedAt ?? DEFAULT_SUBMITTED_AT
  const paper = options.paper ?? 'resident-id'
  const defects = new Set(options.defects ?? [])
  for (const defect of defects) {
    if (!defectFits(defect, { filingType, nature, paper })) {
      throw new RangeError(`defect ${defect} does not fit ${filingType} by ${nature}`)
    }
  }
  return {
    seed,
    random,
    filingType,
    hosted,
    nature,
    province: resolveProvince(random.fork('province'), options.province),
    serviceKind: options.serviceKind ?? (hosted && random.fork('service').chance(0.2) ? 'app' : 'website'),
    serviceCount: options.serviceCount ?? 1,
    paper,
    defects,
    extras: new Set(options.extras ?? []),
    borrowsFrom: options.borrowsFrom === undefined ? undefined : resolveOptions(options.borrowsFrom),
    submittedAt,
    today: chinaDate(Date.parse(options.papersAt ?? submittedAt)),
    orderNumber: options.orderNumber ?? `BA-${random.fork('order').digits(10)}`,
    round: options.round ?? 1,
    withPhoto: options.withPhoto ?? false,
    pictures: options.pictures ?? 'full',
  }
}

function resolveNature(random: Random, options: SpecimenOptions): EntityNature {
  if (options.nature !== undefined) {
    return options.nature
  }
  const kind = options.entityKind ?? (random.chance(0.35) ? 'individual' : 'organization')
  return kind === 'individual' ? 'individual' : random.pick(ORGANISATION_NATURES)
}

function resolveProvince(random: Random, code: string | undefined): Province {
  if (code === undefined) {
    return random.pick(PROVINCES)
  }
  const province = provinceByCode(code)
  if (province === undefined) {
    throw new RangeError(`no province has the code ${code}`)
  }
  return province
}
