import {
  administrationRecordSchema,
  type AdministrationRecord,
} from '../../../../shared/package/administrationRecord'

const RECORD_NAMESPACE = 'https://beian-desk.example/schemas/administration-record'

/** What one member of a list is called; the list's own name stands around them. */
const MEMBER_NAMES: Readonly<Record<string, string>> = {
  services: 'service',
  contents: 'content',
  languages: 'language',
  domains: 'domain',
  preApprovals: 'preApproval',
  platforms: 'platform',
  ipAddresses: 'ipAddress',
  changes: 'change',
  documents: 'document',
}

/**
 * The record as XML 1.0, UTF-8, indented by two spaces. A coded value is an element with its name as text and its
 * number, where there is one, in the attribute `code`. Signs that XML cannot carry become U+FFFD; the JSON has them.
 */
export function recordXml(record: AdministrationRecord): string {
  const { format: _, version, ...content } = administrationRecordSchema.parse(record)
  const opening = `<administrationRecord xmlns="${RECORD_NAMESPACE}" version="${String(version)}">`
  const lines = [...members(content, 1), '</administrationRecord>']
  return ['<?xml version="1.0" encoding="UTF-8"?>', opening, ...lines, ''].join('\n')
}

function members(content: object, depth: number): readonly string[] {
  return Object.entries(content).flatMap(([name, value]: [string, unknown]) => element(name, value, depth))
}

function element(name: string, value: unknown, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  if (value === undefined) {
    return []
  }
  if (Array.isArray(value)) {
    const member = MEMBER_NAMES[name]
    if (member === undefined) {
      throw new Error(`No name for a member of ${name}`)
    }
    return value.length === 0
      ? [`${indent}<${name}/>`]
      : [
          `${indent}<${name}>`,
          ...value.flatMap((one: unknown) => element(member, one, depth + 1)),
          `${indent}</${name}>`,
        ]
  }
  if (typeof value === 'object' && value !== null) {
    return isCoded(value)
      ? [`${indent}<${name}${codeAttribute(value.code)}>${xmlText(value.name)}</${name}>`]
      : [`${indent}<${name}>`, ...members(value, depth + 1), `${indent}</${name}>`]
  }
  return [`${indent}<${name}>${xmlText(typeof value === 'string' ? value : JSON.stringify(value))}</${name}>`]
}

interface AnyCoded {
  readonly code: number | string | null
  readonly name: string
}

function isCoded(value: object): value is AnyCoded {
  return 'code' in value && 'name' in value && Object.keys(value).length === 2
}

function codeAttribute(code: AnyCoded['code']): string {
  return code === null ? '' : ` code="${xmlText(String(code))}"`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would turn a bare one into a line feed (XML 1.0, 2.11).
  '\r': '&#13;',
}

/** Text of an element or attribute. XML 1.0, 2.2 says which signs a document may hold; no way of writing brings the others in. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign)
}
