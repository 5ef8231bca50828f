import { fieldAt } from './fieldPaths'
import type { FormSection } from './formField'
import { codeName, faceName } from '../i18n/codeNames'
import { field as words } from '../i18n/zh/field'
import type { CaseDocument } from '../../shared/protocol/case'
import { MISSING_DOCUMENT_PREFIX, WHOLE_APPLICATION } from '../../shared/review/reasonSubject'

const LABELS: Readonly<Record<string, unknown>> = words
const SECTIONS: Readonly<Record<string, string>> = words.section

/** Name of what a reason is about, as the applicant is told: always Chinese. */
export function placeText(
  subject: string,
  sections: readonly FormSection[],
  documents: ReadonlyArray<Pick<CaseDocument, 'id' | 'kind' | 'face'>>,
): string {
  if (subject === WHOLE_APPLICATION) {
    return words.wholeApplication
  }
  if (subject.startsWith(MISSING_DOCUMENT_PREFIX)) {
    return `缺少 ${codeName('kinds', subject.slice(MISSING_DOCUMENT_PREFIX.length), 'zh')}`
  }
  const document = documents.find(({ id }) => id === subject)
  if (document !== undefined) {
    const face = faceName(document.kind, document.face, 'zh')
    return [codeName('kinds', document.kind, 'zh'), ...(face === '' ? [] : [face])].join(' ')
  }
  const path = fieldAt(
    subject,
    sections.flatMap(({ fields }) => fields.map((field) => field.path)),
  )
  for (const section of sections) {
    const found = section.fields.find((candidate) => candidate.path === path)
    if (found !== undefined) {
      return `${sectionName(section)} ${labelOf(found.label)}`
    }
  }
  return words.wholeApplication
}

function sectionName({ title }: FormSection): string {
  const name = SECTIONS[title.key] ?? title.key
  return name.replace('{number}', String(title.number ?? '')).trim()
}

function labelOf(label: FormSection['fields'][number]['label']): string {
  if ('section' in label) {
    return `${sectionName(label.section)} ${labelOf(label.field.label)}`
  }
  const text = 'key' in label ? LABELS[label.key] : label.text
  return typeof text === 'string' ? text : ''
}
