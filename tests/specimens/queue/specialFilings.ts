import type { FilingType } from '../../../shared/domain/filingTypes'
import type { SpecimenOptions } from '../options'

/** Kinds of applicants that chance seldom brings: each shows a paper or a rule of its own. */
export const SPECIAL_FILINGS: readonly (Omit<SpecimenOptions, 'seed'> & {
  readonly filingType: FilingType
})[] = [
  { filingType: 'first-filing', nature: 'enterprise', province: '440000', paper: 'hk-macao-permit' },
  {
    filingType: 'first-filing',
    nature: 'foreign-representative-office',
    province: '310000',
    paper: 'passport',
  },
  { filingType: 'first-filing', nature: 'individual', province: '350000', paper: 'hkmt-residence-permit' },
  { filingType: 'first-filing', nature: 'individual', province: '330000', extras: ['residence-permit'] },
  {
    filingType: 'new-service-filed-elsewhere',
    nature: 'individual',
    province: '440000',
    extras: ['residence-permit'],
  },
  { filingType: 'first-filing', nature: 'enterprise', province: '510000', serviceKind: 'app' },
  {
    filingType: 'new-service-filed-here',
    nature: 'enterprise',
    province: '330000',
    serviceKind: 'app',
    withPhoto: true,
  },
  { filingType: 'add-provider', nature: 'individual', province: '320000', serviceKind: 'app' },
  { filingType: 'new-service-filed-elsewhere', nature: 'enterprise', province: '110000', serviceCount: 2 },
  { filingType: 'first-filing', nature: 'enterprise', province: '330000', extras: ['pre-approval'] },
  { filingType: 'first-filing', nature: 'law-firm', province: '110000' },
  { filingType: 'add-provider', nature: 'foundation', province: '370000' },
  { filingType: 'new-service-filed-here', nature: 'social-organisation', province: '420000' },
  { filingType: 'first-filing', nature: 'private-non-enterprise', province: '610000' },
  { filingType: 'first-filing', nature: 'government', province: '320000' },
  { filingType: 'add-provider', nature: 'other', province: '500000' },
  { filingType: 'claim', nature: 'enterprise', province: '310000' },
]
