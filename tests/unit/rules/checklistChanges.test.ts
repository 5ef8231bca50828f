import { describe, expect, it } from 'vitest'
import { compareChecklists, isJudgedChange, lineChangeSchema } from '../../../shared/rules/checklistChanges'
import type { ChecklistLine } from '../../../shared/rules/checklist'
import { evaluateChecklist } from '../../../shared/rules/evaluateChecklist'
import { makeCase } from './caseMaker'
import { makePack, ruleOf } from './packMaker'

const [template] = evaluateChecklist(makePack(ruleOf('desk:a')), makeCase(), '2026-11-21')

function line(id: string, change: Partial<ChecklistLine> = {}): ChecklistLine {
  if (template === undefined) {
    throw new Error('The pack of the test makes a line')
  }
  return { ...template, id, ...change }
}

const machine = (verdict: 'pass' | 'fail') => ({ verdict, evidence: [] })

describe('what another pack makes of the lines of a case', () => {
  it.each([
    ['nothing', line('a'), line('a'), []],
    ['appears', undefined, line('a'), ['appears']],
    ['vanishes', line('a'), undefined, ['vanishes']],
    ['starts to block', line('a', { blocking: false }), line('a', { blocking: true }), ['starts-blocking']],
    ['blocks no more', line('a', { blocking: true }), line('a', { blocking: false }), ['stops-blocking']],
    [
      'another verdict',
      line('a', { machine: machine('pass') }),
      line('a', { machine: machine('fail') }),
      ['verdict'],
    ],
    ['a verdict at all', line('a', { machine: null }), line('a', { machine: machine('pass') }), ['verdict']],
    ['other words', line('a'), line('a', { requirement: { zh: '另', en: 'Other' } }), ['wording']],
    ['another severity', line('a', { severity: 'warn' }), line('a', { severity: 'info' }), ['wording']],
    [
      'blocking before verdict before words',
      line('a', { blocking: false, machine: machine('pass') }),
      line('a', { blocking: true, machine: machine('fail'), title: { zh: '另', en: 'Other' } }),
      ['starts-blocking'],
    ],
  ] as const)('%s', (_what, before, after, expected) => {
    const changes = compareChecklists(before ? [before] : [], after ? [after] : [])
    expect(changes.map(({ kind }) => kind)).toEqual(expected)
    changes.forEach((change) => expect(lineChangeSchema.parse(change)).toEqual(change))
  })

  it('says how the line stood and stands, and counts words as nothing that is judged', () => {
    const [change] = compareChecklists(
      [line('a', { blocking: false, machine: machine('pass') })],
      [line('a', { blocking: true, machine: null })],
    )
    expect(change).toMatchObject({
      before: { verdict: 'pass', blocking: false },
      after: { verdict: null, blocking: true },
    })
    const [words] = compareChecklists([line('a')], [line('a', { title: { zh: '另', en: 'Other' } })])
    expect([change, words].map((found) => found && isJudgedChange(found))).toEqual([true, false])
  })
})
