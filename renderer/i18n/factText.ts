import { codeName, faceName } from './codeNames'
import { en } from './en'
import { zh } from './zh'

/** What checks put between codes and values. */
const BETWEEN = /(, | \/ |; |: | → | \(|\)|[≥≤<>≠] )/
const TABLES = ['natures', 'certificateTypes', 'kinds'] as const

/**
 * What a check measured or expected, in words: checks write values and codes without prose (`resident-id/emblem`,
 * `91330000… (check-character)`). Only what is a code as a whole is replaced; names and addresses stay as they are.
 */
export function factText(text: string, language: string): string {
  return text
    .split(BETWEEN)
    .map((part) => wordFor(part, language))
    .join('')
}

function wordFor(part: string, language: string): string {
  const facts: Readonly<Record<string, string>> = language === 'zh' ? zh.facts : en.facts
  const types: Readonly<Record<string, string>> =
    language === 'zh' ? zh.terms.filingType : en.terms.filingType
  const [kind = '', face = ''] = part.split('/')
  const kindName = codeName('kinds', kind, language)
  if (face !== '' && kindName !== kind) {
    return `${kindName} ${faceName(kind, face, language)}`.trim()
  }
  const table = TABLES.find((name) => codeName(name, part, language) !== part)
  if (table !== undefined) {
    return codeName(table, part, language)
  }
  return facts[part] ?? types[part] ?? part
}
