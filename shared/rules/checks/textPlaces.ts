import { z } from 'zod'
import { servicesOf, type Form } from './caseFacts'
import type { CheckContext } from './checkContext'
import { gather } from '../gather'

/** Parts of the form in which words are looked for. */
export const TEXT_PLACES = [
  'entity-name',
  'entity-remarks',
  'certificate-address',
  'service-name',
  'service-remarks',
  'domain-label',
] as const
type TextPlace = (typeof TEXT_PLACES)[number]

type TextForm = Form & Pick<CheckContext, 'readDomain'>

export interface TextAt {
  readonly text: string
  readonly path: string
}

/** The texts at these places, with their paths; what the applicant left empty is not there. */
export function textsAt(form: TextForm, places: readonly TextPlace[]): readonly TextAt[] {
  return gather(places, (place) => textsOf(form, place)).filter(({ text }) => text !== '')
}

function textsOf(form: TextForm, place: TextPlace): readonly TextAt[] {
  const { entity } = form.application
  const services = servicesOf(form)
  switch (place) {
    case 'entity-name':
      return [{ text: entity.name, path: 'application.entity.name' }]
    case 'entity-remarks':
      return [{ text: entity.remarks ?? '', path: 'application.entity.remarks' }]
    case 'certificate-address':
      return [{ text: entity.certificate.address ?? '', path: 'application.entity.certificate.address' }]
    case 'service-name':
      return services.map(({ service, path }) => ({ text: service.name, path: `${path}.name` }))
    case 'service-remarks':
      return services.map(({ service, path }) => ({ text: service.remarks ?? '', path: `${path}.remarks` }))
    case 'domain-label':
      return gather(services, ({ service, path }) =>
        service.domains.map(({ name }, index) => ({
          text: labelOf(form, name),
          path: `${path}.domains.${String(index)}.name`,
        })),
      )
  }
}

/** What stands before the suffix, for people to read; the name as typed where it is none. */
function labelOf({ readDomain }: TextForm, name: string): string {
  const facts = readDomain(name)
  return facts.ok ? (facts.unicode.split('.')[0] ?? '') : name
}

/** Words for which a text is searched, brought to the spelling of `plainText` once, where the rule is read. */
export const wordsSchema = z.array(z.string().min(1).overwrite(plainText).brand('plain'))
type Words = readonly z.output<typeof wordsSchema>[number][]

/** A text without regard to case and width. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toUpperCase()
}

/**
 * The words of a list that a text holds, without regard to case and width. What is to be ignored is taken out first:
 * a foundation (基金会) is no fund (基金). Both lists are in the spelling of `wordsSchema`.
 */
export function wordsIn(text: string, words: Words, ignoring: Words = []): readonly string[] {
  const plain = ignoring.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), plainText(text))
  return words.filter((word) => plain.includes(word))
}
