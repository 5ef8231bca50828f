import accessModes from '../../../../resources/codes/access-modes.json'
import codes from '../../../../resources/codes/administration.json'
import certificateTypes from '../../../../resources/codes/certificate-types.json'
import natures from '../../../../resources/codes/entity-natures.json'
import filingTypes from '../../../../resources/codes/filing-types.json'
import languages from '../../../../resources/codes/languages.json'
import preApprovals from '../../../../resources/codes/pre-approvals.json'
import contents from '../../../../resources/codes/service-content.json'
import type { CertificateType, EntityNature, Service } from '../../../../shared/domain/filing'
import type { FilingType } from '../../../../shared/domain/filingTypes'
import type { Coded } from '../../../../shared/package/administrationRecord'

type Table = Readonly<Record<string, number | null | undefined>>
type ValueTable = { readonly values: ReadonlyArray<{ readonly zh: string; readonly code: number | null }> }

export function natureCode(nature: EntityNature): Coded {
  return { code: codeIn(codes.natures, nature), name: natures.names[nature].zh }
}

/**
 * The interface numbers certificates of organizations by what the organization is, and residence permits by where the
 * person comes from, which their number begins with.
 */
export function certificateCode(
  { type, number }: { readonly type: CertificateType; readonly number: string },
  nature: EntityNature | null,
): Coded {
  const name = certificateTypes.names[type].zh
  if (type === 'hkmt-residence-permit') {
    return { code: codeIn(codes.residencePermits, number.slice(0, 2)), name }
  }
  const byNature: Readonly<Record<string, Table>> = codes.entityCertificates
  const table = byNature[type]
  if (table) {
    return { code: nature === null ? null : codeIn(table, nature), name }
  }
  return { code: codeIn(codes.personCertificates, type), name }
}

export function accessModeCode(mode: NonNullable<Service['access']>['mode']): Coded {
  return { code: codeIn(codes.accessModes, mode), name: accessModes.names[mode].zh }
}

/** The interface knows three kinds of request; the others have no number in it. */
export function requestTypeCode(type: FilingType): Coded {
  return { code: codeIn(codes.requestTypes, type), name: filingTypes.names[type].zh }
}

export function contentCode(name: string): Coded {
  return valueCode(contents, name)
}

export function languageCode(name: string): Coded {
  return valueCode(languages, name)
}

export function preApprovalCode(name: string): Coded {
  return valueCode(preApprovals, name)
}

function codeIn(table: Table, key: string): number | null {
  return table[key] ?? null
}

function valueCode(table: ValueTable, name: string): Coded {
  return { code: table.values.find(({ zh }) => zh === name)?.code ?? null, name }
}
