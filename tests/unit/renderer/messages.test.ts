import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en'
import { zh } from '../../../renderer/i18n/zh'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { CASE_STATES } from '../../../shared/filing/caseStates'
import { IMAGE_CHECKS } from '../../../shared/imaging/findings'
import { FAILURE_CODES, OUTBOX_STATES } from '../../../shared/ipc/result'
import { QUEUE_VIEWS } from '../../../shared/ipc/models'
import { drawReasonSchema } from '../../../shared/protocol/apiModels'
import { TIMELINE_KINDS } from '../../../shared/protocol/case'
import { REFUSAL_CODES } from '../../../shared/protocol/commands'
import { VERDICTS } from '../../../shared/review/decision'
import {
  CAUTIONS,
  CHECKLIST_GROUPS,
  MACHINE_VERDICTS,
  PERSON_VERDICTS,
  SEVERITIES,
} from '../../../shared/rules/checklist'

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer')

function leaves(tree: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...leaves(value as object, `${prefix}${key}.`)],
    ),
  )
}

const chinese = leaves(zh)
const english = leaves(en)
/** Openings of paths in `filing.json`, which look like keys of messages. */
const PATHS = /^application\./
const source = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file) && !file.startsWith('i18n'))
  .map((file) => readFileSync(path.join(RENDERER, file), 'utf8'))
  .join('\n')

function chosenFrom(): readonly string[] {
  return (
    [...source.matchAll(/`((?:\w+\.)+)\$\{/g)]
      .map((match) => match[1] ?? '')
      .filter((group) => !PATHS.test(group))
      // Looked up by factText, whatever the language of the interface.
      .concat('facts.')
  )
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
}

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('name the same things in both languages', () => {
    const different = [...chinese].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    )
    expect(different).toEqual([])
  })

  it('carry none of the signs that the message format would read as its own', () => {
    const unsafe = [...chinese, ...english].filter(([, text]) => /[|@$]/.test(text))
    expect(unsafe).toEqual([])
  })

  it('exist for every key that a screen asks for', () => {
    const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((key) => !chinese.has(key))).toEqual([])
  })

  it('exist for every group that a screen chooses from', () => {
    const groups = chosenFrom()
    const known = [...chinese.keys()]
    expect(groups.length).toBeGreaterThan(20)
    expect(groups.filter((group) => !known.some((key) => key.startsWith(group)))).toEqual([])
  })

  it('are all asked for by some screen', () => {
    const groups = chosenFrom()
    const unused = [...chinese.keys()].filter(
      (key) => !source.includes(`'${key}'`) && !groups.some((group) => key.startsWith(group)),
    )
    expect(unused).toEqual([])
  })

  it.each([
    ['failure', FAILURE_CODES],
    ['sync.refusal', REFUSAL_CODES],
    ['sync.state', OUTBOX_STATES],
    ['queue.views', QUEUE_VIEWS],
    ['terms.filingType', FILING_TYPES],
    ['terms.filingTypeShort', FILING_TYPES],
    ['terms.state', CASE_STATES],
    ['terms.check', IMAGE_CHECKS],
    ['terms.group', CHECKLIST_GROUPS],
    ['terms.machine', MACHINE_VERDICTS],
    ['terms.person', PERSON_VERDICTS],
    ['terms.severity', SEVERITIES],
    ['terms.caution', CAUTIONS],
    ['terms.timeline', TIMELINE_KINDS],
    ['terms.verdict', VERDICTS],
    ['terms.drawReason', drawReasonSchema.options],
  ])('have words for every code of %s and no others', (group, codes) => {
    const worded = [...chinese.keys()]
      .filter((key) => key.startsWith(`${group}.`))
      .map((key) => key.slice(group.length + 1))
    expect(worded.sort()).toEqual([...codes].sort())
  })
})
