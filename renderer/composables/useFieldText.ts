import { useI18n } from 'vue-i18n'
import { useNames } from './useNames'
import { formatDateTime, maskNumber } from '../i18n/format'
import { fieldAt } from '../review/fieldPaths'
import type { FormField, FormSection } from '../review/formField'
import type { CaseDocument } from '../../shared/protocol/case'
import { MISSING_DOCUMENT_PREFIX, WHOLE_APPLICATION } from '../../shared/review/reasonSubject'

/** Nothing of a password is shown, not even its length. */
const HIDDEN_SECRET = '••••••'

/** Labels and values of the form in words. */
export function useFieldText() {
  const { t } = useI18n()
  const names = useNames()

  function label(field: FormField): string {
    if ('section' in field.label) {
      return `${sectionTitle(field.label.section)} · ${label(field.label.field)}`
    }
    return 'key' in field.label ? t(`field.${field.label.key}`) : field.label.text
  }

  function sectionTitle(section: FormSection): string {
    return t(`field.section.${section.title.key}`, { number: section.title.number ?? '' })
  }

  function text({ value }: FormField): string {
    switch (value.kind) {
      case 'text':
        return value.text
      case 'filing-type':
        return t(`terms.filingType.${value.type}`)
      case 'instant':
        return formatDateTime(value.at)
      case 'nature':
        return names.natureName(value.nature)
      case 'certificate-type':
        return names.certificateTypeName(value.type)
      case 'validity':
        return validity(value.from, value.to)
      case 'service-kind':
        return t(`terms.serviceKind.${value.code}`)
      case 'access-mode':
        return names.accessModeName(value.mode)
      case 'platform':
        return `${t(`terms.platform.${value.os}`)} ${value.packageName}`
      case 'province':
        return names.provinceName(value.code)
      case 'months':
        return t('field.months', { count: value.count })
      case 'yes-no':
        return value.yes ? t('field.yes') : t('field.no')
      case 'change':
        return `${value.before} → ${value.after}`
    }
  }

  function validity(from: string | undefined, to: string): string {
    const end = to === 'long-term' ? t('field.longTerm') : to
    return from === undefined ? end : t('field.validFromTo', { from, to: end })
  }

  function concealed(field: FormField): string {
    return field.sensitivity === 'secret' ? HIDDEN_SECRET : maskNumber(text(field))
  }

  /** Name of what a reason is about: a field of the form, a document, or a document that is missing. */
  function subjectName(
    subject: string,
    sections: readonly FormSection[],
    documents: readonly CaseDocument[],
  ): string {
    if (subject === WHOLE_APPLICATION) {
      return t('field.wholeApplication')
    }
    if (subject.startsWith(MISSING_DOCUMENT_PREFIX)) {
      const kind = subject.slice(MISSING_DOCUMENT_PREFIX.length)
      return t('field.missingDocument', { name: names.documentKindName(kind) })
    }
    const document = documents.find((candidate) => candidate.id === subject)
    if (document !== undefined) {
      return names.documentName(document)
    }
    const paths = sections.flatMap((section) => section.fields.map((field) => field.path))
    const path = fieldAt(subject, paths)
    for (const section of sections) {
      const field = section.fields.find((candidate) => candidate.path === path)
      if (field !== undefined) {
        return `${sectionTitle(section)} · ${label(field)}`
      }
    }
    return subject
  }

  return { label, sectionTitle, text, concealed, subjectName }
}
