import { contactsOf } from './contacts'
import type { CallContact } from './callRecord'
import type { Application, RecordOnFile, RecordedPerson } from '../domain/filing'

/** What must not stand in a message that leaves for an applicant's mail or telephone. */
export const MESSAGE_LEAKS = [
  'certificate-number',
  'phone-number',
  'filing-password',
  'other-person',
  'internal-note',
] as const
export type MessageLeak = (typeof MESSAGE_LEAKS)[number]

/** A resident's or permit's number, wherever it comes from: 15 or 18 characters. */
const ID_NUMBER = /(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/gu
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/gu
/** Parts of a note that are shorter are said in any message. */
const SHORTEST_NOTE = 6

/** Whether somebody's certificate or mobile number stands in a text, whosever it is. Spaces and hyphens hide nothing. */
export function holdsPersonalNumber(text: string): boolean {
  const plain = squeezed(text)
  return plain.search(ID_NUMBER) >= 0 || plain.search(MOBILE) >= 0
}

/**
 * What of a filing or of the desk's own words stands in a text for this contact's person. Spaces and hyphens hide
 * nothing. An unencrypted message may be read by anybody who has the telephone in hand. The form has to be the whole
 * one: masked values find nothing.
 */
export function messageLeaks(
  text: string,
  {
    orderNumber,
    application,
    contact,
    internalNotes,
  }: {
    /** Of the filing; it may stand in the message whatever number it looks like. */
    readonly orderNumber: string
    readonly application: Application
    /** Null: told to the account that wrote the form, which may read the names that stand in it. */
    readonly contact: CallContact | null
    readonly internalNotes: readonly string[]
  },
): readonly MessageLeak[] {
  const plain = squeezed(text)
  const order = squeezed(orderNumber)
  const meets = (pattern: RegExp): boolean =>
    [...plain.matchAll(pattern)].some(({ 0: found, index }) => !isWithin(order, plain, index, found.length))
  const stands = (value: string): boolean => {
    const wanted = squeezed(value)
    return (
      wanted.length >= 2 &&
      placesOf(wanted, plain).some((index) => !isWithin(order, plain, index, wanted.length))
    )
  }
  const { named, recorded, numbers, certificates, passwords } = partsOf(application)
  const own = contactsOf(application).find(
    (known) => known.contact.subject === contact?.subject && known.contact.serviceId === contact.serviceId,
  )?.name
  const others =
    contact === null
      ? recorded.filter((name) => !named.includes(name))
      : [...named, ...recorded].filter((name) => name !== own)
  const found: Readonly<Record<MessageLeak, boolean>> = {
    'certificate-number': meets(ID_NUMBER) || certificates.some(stands),
    'phone-number': meets(MOBILE) || numbers.some(stands),
    'filing-password': passwords.some(stands),
    'other-person': others.some(stands),
    'internal-note': internalNotes
      .flatMap((note) => note.split(/[，。；、,;\n]/u))
      .some((part) => squeezed(part).length >= SHORTEST_NOTE && stands(part)),
  }
  return MESSAGE_LEAKS.filter((leak) => found[leak])
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase()
}

function placesOf(wanted: string, plain: string): readonly number[] {
  const places: number[] = []
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    places.push(at)
  }
  return places
}

/** Whether these characters are part of the order number where it stands. */
function isWithin(order: string, plain: string, index: number, length: number): boolean {
  const from = plain.lastIndexOf(order, index)
  return from >= 0 && index + length <= from + order.length
}

function partsOf(application: Application) {
  const { entity } = application
  const services = 'services' in application ? application.services : []
  const people = [entity.principal, ...services.map(({ principal }) => principal)]
  const domains = services.flatMap((service) => service.domains)
  const existing = 'existing' in application ? application.existing : null
  const record = existing?.recordOnFile
  const recorded = recordedPersons(record)
  // The entity may be named; who owns a domain instead of it is somebody else.
  const registrants = domains
    .map(({ registrantName }) => registrantName)
    .filter((name) => squeezed(name) !== squeezed(entity.name))
  return {
    named: given([...people.map(({ name }) => name), ...registrants, entity.legalRepresentative]),
    recorded: recorded.map(({ name }) => name),
    numbers: given([
      ...contactsOf(application).map(({ number }) => number),
      ...recorded.map(({ mobile }) => mobile),
    ]),
    certificates: given([
      ...[entity, ...people].map(({ certificate }) => certificate.number),
      ...domains.map(({ registrantCertificateNumber }) => registrantCertificateNumber),
      ...recorded.map(({ certificateNumber }) => certificateNumber),
      record?.entity.certificateNumber,
    ]),
    passwords: given([existing?.filingPassword]),
  }
}

/** Persons whom the administration has on record, who may be others than those of the form. */
function recordedPersons(record: RecordOnFile | undefined): readonly RecordedPerson[] {
  return record === undefined
    ? []
    : [record.entity, ...record.services].flatMap(({ principal }) => principal ?? [])
}

function given(values: ReadonlyArray<string | undefined>): readonly string[] {
  return values.filter((value) => value !== undefined)
}
