import type { DocumentOwner } from '../../shared/domain/documentKinds'
import type { CertificateType, EntityNature, Service } from '../../shared/domain/filing'
import type { FilingType } from '../../shared/domain/filingTypes'
import type { Access, Platform } from './formParts'

/** What a field says: as typed by the applicant, or a code that has a name in every language. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'filing-type'; readonly type: FilingType }
  | { readonly kind: 'instant'; readonly at: string }
  | { readonly kind: 'nature'; readonly nature: EntityNature }
  | { readonly kind: 'certificate-type'; readonly type: CertificateType }
  | { readonly kind: 'validity'; readonly from: string | undefined; readonly to: string }
  | { readonly kind: 'service-kind'; readonly code: Service['kind'] }
  | { readonly kind: 'access-mode'; readonly mode: Access['mode'] }
  | { readonly kind: 'platform'; readonly os: Platform['os']; readonly packageName: string }
  | { readonly kind: 'province'; readonly code: string }
  | { readonly kind: 'months'; readonly count: number }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'change'; readonly before: string; readonly after: string }

/** Hidden until it is asked for: a number of a private person, or a password of which nothing is shown. */
export type Sensitivity = 'number' | 'secret'

export interface FormField {
  /** Path in `filing.json`, list positions as numbers: `application.services.0.name`. */
  readonly path: string
  /** Key under `field`, what the applicant called it, or another field with its section. */
  readonly label:
    | { readonly key: string }
    | { readonly text: string }
    | { readonly section: FormSection; readonly field: FormField }
  readonly value: FieldValue
  readonly sensitivity?: Sensitivity
}

export interface FormSection {
  readonly id: string
  /** Key under `field.section`. */
  readonly title: { readonly key: string; readonly number?: number }
  /** Whose papers stand behind this section. */
  readonly documents: { readonly owner: DocumentOwner; readonly serviceId?: string } | null
  readonly fields: readonly FormField[]
}

/** A field of text, or none when the applicant left it out. */
export function field(
  path: string,
  key: string,
  text: string | undefined,
  sensitivity?: Sensitivity,
): readonly FormField[] {
  if (text === undefined || text === '') {
    return []
  }
  const base = { path, label: { key }, value: { kind: 'text', text } } as const
  return [sensitivity === undefined ? base : { ...base, sensitivity }]
}
