import accessModes from '../../../../resources/codes/access-modes.json'
import certificateTypes from '../../../../resources/codes/certificate-types.json'
import documents from '../../../../resources/codes/documents.json'
import natures from '../../../../resources/codes/entity-natures.json'
import paperNames from '../../../../resources/codes/paper-names.json'
import filingTypes from '../../../../resources/codes/filing-types.json'
import type { DocumentKind } from '../../../../shared/domain/documentKinds'
import type { CertificateType, EntityNature, Service } from '../../../../shared/domain/filing'
import type { FilingType } from '../../../../shared/domain/filingTypes'

/** Chinese names of codes, from the product's tables: the dossier says what the screens say. */

export function kindName(kind: DocumentKind): string {
  return documents.kinds[kind].zh
}

const OWN_NAMES = new Map<string, { readonly kind: string; readonly zh: string }>(
  Object.entries(paperNames.names),
)

/** What the administration of a rule calls the paper that the rule asks for; null where the rule has no name of its own. */
export function ownPaperName(ruleId: string, kind: DocumentKind): string | null {
  const own = OWN_NAMES.get(ruleId)
  return own?.kind === kind ? own.zh : null
}

export function filingTypeName(type: FilingType): string {
  return filingTypes.names[type].zh
}

export function natureName(nature: EntityNature): string {
  return natures.names[nature].zh
}

export function certificateName(type: CertificateType): string {
  return certificateTypes.names[type].zh
}

export function accessModeName(mode: NonNullable<Service['access']>['mode']): string {
  return accessModes.names[mode].zh
}
