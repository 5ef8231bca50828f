import type { PackageFault } from './packageFault'
import { recordXml } from '../../electron/workflows/packages/administration/recordXml'
import type { AdministrationRecord } from '../../shared/package/administrationRecord'
import type { PackageFiling } from '../../shared/package/dataFiles'
import { DATA_PATHS, type PackageManifest } from '../../shared/package/manifest'

const JSON_PATH = DATA_PATHS.administration
const XML_PATH = DATA_PATHS.administrationXml

/**
 * Whether the numbered filing is the one of the package: its own words are compared with those of `filing.json`, field
 * by field, and its XML with what its JSON says.
 */
export function checkRecord(
  record: AdministrationRecord,
  manifest: PackageManifest,
  filing: PackageFiling | null,
  xml: Uint8Array | undefined,
  listed: ReadonlySet<string>,
): readonly PackageFault[] {
  const faults: PackageFault[] = []
  const expect = (what: string, isRight: boolean): void => {
    if (!isRight) {
      faults.push({ code: 'data-contradicts', path: JSON_PATH, detail: `(${what})` })
    }
  }
  expect('order number', record.orderNumber === manifest.orderNumber)
  expect('round', record.round === manifest.round)
  if (filing) {
    for (const [what, own, declared] of pairs(record, filing)) {
      expect(what, own === declared)
    }
  }
  if (!xml) {
    return listed.has(XML_PATH) ? faults : [...faults, { code: 'file-missing', path: XML_PATH }]
  }
  const isSame = Buffer.from(recordXml(record), 'utf8').equals(xml)
  return isSame ? faults : [...faults, { code: 'data-contradicts', path: XML_PATH, detail: `(${JSON_PATH})` }]
}

type Pair = readonly [what: string, own: unknown, declared: unknown]

/** What both files say in the same words. Codes are not compared: tables grow, and a package keeps the numbers of its day. */
function pairs(record: AdministrationRecord, filing: PackageFiling): readonly Pair[] {
  const { entity } = filing.application
  const services = 'services' in filing.application ? filing.application.services : []
  const listOf = (values: readonly unknown[]): string => JSON.stringify(values)
  return [
    ['province', record.province.code, filing.province],
    ['submittedAt', record.submittedAt, filing.submittedAt],
    ['entity.name', record.entity.name, entity.name],
    ['entity.certificate.number', record.entity.certificate.number, entity.certificate.number],
    ['entity.mailingAddress', record.entity.mailingAddress, entity.mailingAddress],
    ['entity.principal', wordsOf(record.entity.principal), wordsOf(entity.principal)],
    [
      'services',
      listOf(record.services.map((own) => [own.id, own.name, wordsOf(own.principal), domainsOf(own)])),
      listOf(services.map((own) => [own.id, own.name, wordsOf(own.principal), domainsOf(own)])),
    ],
    [
      'documents',
      listOf(record.documents.map(({ file, sha256 }) => [file, sha256])),
      listOf(filing.documents.map(({ file, sha256 }) => [file, sha256])),
    ],
  ]
}

interface AnyPerson {
  readonly name: string
  readonly mobile: string
  readonly email: string
  readonly certificate: { readonly number: string }
}

function wordsOf({ name, mobile, email, certificate }: AnyPerson): string {
  return JSON.stringify([name, mobile, email, certificate.number])
}

function domainsOf({
  domains,
}: {
  readonly domains: ReadonlyArray<{ readonly name: string }>
}): readonly string[] {
  return domains.map(({ name }) => name)
}
