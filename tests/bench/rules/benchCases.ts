import type { FilingBundle } from '../../../shared/domain/filing'
import { FILING_TYPES, type FilingType } from '../../../shared/domain/filingTypes'
import type { JudgedCase } from '../../../shared/rules/judgedCase'
import type { RulePack } from '../../../shared/rules/rulePack'
import { makeBundle, zipBundle, type SpecimenOptions } from '../../specimens/index'

/** Divisions with the most rules of their own: their checklists are the longest. */
const PROVINCES = 6
const KINDS: ReadonlyArray<Pick<SpecimenOptions, 'nature' | 'serviceKind' | 'serviceCount'>> = [
  { nature: 'enterprise', serviceKind: 'website', serviceCount: 1 },
  { nature: 'individual', serviceKind: 'website', serviceCount: 1 },
  { nature: 'enterprise', serviceKind: 'app', serviceCount: 1 },
  { nature: 'institution', serviceKind: 'website', serviceCount: 3 },
]

/** The day on which the made filings are looked at; they were submitted the day before. */
export const REVIEWED_ON = '2026-11-21'

export interface BenchCase {
  readonly filingType: FilingType
  /** `filing.json` as an applicant's system writes it. */
  readonly text: string
  /** The same with its documents, as it is sent. The pictures are tiny: real ones take longer to read. */
  readonly zip: Buffer
}

/** Filings of every type, division with many rules, and kind; every third one has a fault of its form. */
export async function makeBenchCases(pack: RulePack): Promise<readonly BenchCase[]> {
  const provinces = Object.entries(pack.byProvince)
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, PROVINCES)
    .map(([province]) => province)
  const cases: BenchCase[] = []
  for (const filingType of FILING_TYPES) {
    for (const province of provinces) {
      for (const kind of KINDS) {
        const defects = cases.length % 3 === 0 ? (['expired-id'] as const) : []
        const seed = `bench/${filingType}/${province}/${kind.nature ?? ''}/${kind.serviceKind ?? ''}`
        const made = await makeBundle({
          seed,
          filingType,
          province,
          ...kind,
          defects,
          pictures: 'tiny',
        })
        const text = `${JSON.stringify(made.bundle, undefined, 2)}\n`
        cases.push({ filingType, text, zip: Buffer.from(zipBundle(made)) })
      }
    }
  }
  return cases
}

/** The case that intake makes of a parsed bundle, as far as the rules look at it. */
export function judgedCaseOf(bundle: FilingBundle): JudgedCase {
  const { province, round, submittedAt, application } = bundle
  // Each document is a picture of its own; pictures are not what is measured.
  const documents = bundle.documents.map((document) => ({
    ...document,
    sha256: document.id.padStart(64, '0'),
  }))
  return { province, rounds: [{ round, submittedAt, application, documents }], decisions: [] }
}
