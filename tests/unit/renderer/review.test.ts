import { describe, expect, it } from 'vitest'
import { makeDocument, makeLine } from '../../helpers/rendererCases'
import { defectReasons } from '../../../renderer/review/defectReasons'
import { documentMark, isUndecodable } from '../../../renderer/review/documentMarks'
import { fieldAt } from '../../../renderer/review/fieldPaths'
import { answerOf, isDefect, isSettled, lineGroups, needsPerson } from '../../../renderer/review/lineStatus'
import { reasonById, searchReasons } from '../../../renderer/review/reasonCatalogue'
import type { Finding } from '../../../shared/imaging/findings'
import type { LineAnswer, MachineVerdictCode, PersonVerdict } from '../../../shared/rules/checklist'

function machine(verdict: MachineVerdictCode) {
  return { machine: { verdict, evidence: [] } }
}

function answers(...given: ReadonlyArray<readonly [string, PersonVerdict]>): ReadonlyMap<string, LineAnswer> {
  return new Map(given.map(([id, verdict]) => [`desk:${id}`, { lineId: `desk:${id}`, verdict }]))
}

describe('lineStatus', () => {
  it.each([
    ['a blocking line nobody judged', makeLine('a'), 'not-looked-at', true],
    ['a blocking line the machine cleared', makeLine('a', machine('pass')), 'not-looked-at', false],
    ['a blocking line the machine failed', makeLine('a', machine('fail')), 'not-looked-at', true],
    [
      'a warning the machine doubts',
      makeLine('a', { blocking: false, severity: 'warn', ...machine('unsure') }),
      'not-looked-at',
      true,
    ],
    [
      'guidance the machine failed',
      makeLine('a', { blocking: false, severity: 'info', ...machine('fail') }),
      'not-looked-at',
      false,
    ],
    [
      'a warning for people alone',
      makeLine('a', { blocking: false, severity: 'warn' }),
      'not-looked-at',
      false,
    ],
    ['a line that was answered', makeLine('a', machine('fail')), 'ok', false],
  ] as const)('%s: needs the person %#', (_, line, verdict, expected) => {
    expect(needsPerson(line, answers(['a', verdict]))).toBe(expected)
  })

  it('takes a person over the machine when it names defects', () => {
    const failed = makeLine('a', machine('fail'))
    expect(isDefect(failed, answers())).toBe(true)
    expect(isDefect(failed, answers(['a', 'ok']))).toBe(false)
    expect(isDefect(makeLine('a', machine('pass')), answers(['a', 'not-ok']))).toBe(true)
    expect(answerOf(failed, answers())).toBe('not-looked-at')
    expect(isSettled(failed, answers())).toBe(false)
  })

  it('groups lines in their order and folds away what asks for nothing', () => {
    const groups = lineGroups([
      makeLine('a', { group: 'order' }),
      makeLine('b', { group: 'entity', blocking: false, severity: 'info' }),
      makeLine('c', { group: 'order', ...machine('not-applicable') }),
      makeLine('d', { group: 'entity' }),
    ])
    expect(
      groups.map(({ group, lines, idle }) => [group, lines.map((l) => l.id), idle.map((l) => l.id)]),
    ).toEqual([
      ['order', ['desk:a'], ['desk:c']],
      ['entity', ['desk:d'], ['desk:b']],
    ])
  })
})

describe('fieldAt', () => {
  const fields = [
    'application.entity.name',
    'application.services.0.languages',
    'application.entity.certificate.number',
    'application.entity.certificate.validTo',
  ]
  it.each([
    ['application.entity.name', 'application.entity.name'],
    ['application.services[0].languages[1]', 'application.services.0.languages'],
    ['application.entity.certificate', 'application.entity.certificate.number'],
    ['application.entity.certificate.validFrom', 'application.entity.certificate.validTo'],
    ['application.entity.nam', undefined],
  ])('%s is shown at %s', (path, expected) => {
    expect(fieldAt(path, fields)).toBe(expected)
  })
})

describe('defectReasons', () => {
  const documents = [makeDocument('licence')]

  it('says in Chinese what is wrong, with what was found, about the field', () => {
    const line = makeLine('a', {
      machine: {
        verdict: 'fail',
        measured: '2026-05-11',
        expected: '≥ 2026-11-21',
        evidence: [{ kind: 'field', path: 'application.services[0].name' }],
      },
    })
    expect(defectReasons([line], answers(), documents)).toEqual([
      {
        lineId: 'desk:a',
        reason: {
          field: 'application.services.0.name',
          problem: '检查a（实际：2026-05-11；应为：≥ 2026-11-21）',
          advice: '要求a',
        },
      },
    ])
  })

  it('takes problem and advice from the catalogue where the line names a reason', () => {
    const [entry] = searchReasons('', 1)
    const line = makeLine('a', { reasonIds: ['unknown-reason', entry?.id ?? ''] })
    const [found] = defectReasons([line], answers(['a', 'not-ok']), documents)
    expect(found?.reason).toMatchObject({
      reasonId: entry?.id,
      problem: entry?.title.zh,
      advice: entry?.advice.zh,
    })
  })

  it('puts codes into words, because the applicant reads them', () => {
    const line = makeLine('a', {
      machine: {
        verdict: 'fail',
        measured: '••••0470 (check-character)',
        expected: 'resident-id/emblem, page',
        evidence: [],
      },
    })
    const [found] = defectReasons([line], answers(), documents)
    expect(found?.reason.problem).toBe('检查a（实际：••••0470 (校验位不符)；应为：居民身份证 国徽面, page）')
  })

  it('names the document, or the document that is missing', () => {
    const shown = makeLine('a', {
      machine: { verdict: 'fail', evidence: [{ kind: 'document', documentId: 'licence' }] },
    })
    const missing = makeLine('b', {
      machine: { verdict: 'fail', evidence: [{ kind: 'missing-document', documentKind: 'resident-id' }] },
    })
    const fields = defectReasons([shown, missing], answers(), documents).map(({ reason }) => reason.field)
    expect(fields).toEqual(['licence', 'missing:resident-id'])
  })

  it('stays within what a return may carry', () => {
    const long = '长'.repeat(700)
    const line = makeLine('a', { title: { zh: long, en: long }, requirement: { zh: long, en: long } })
    const [found] = defectReasons([line], answers(['a', 'not-ok']), documents)
    expect(found?.reason.problem).toHaveLength(500)
    expect(found?.reason.advice).toHaveLength(500)
  })
})

describe('reasonCatalogue', () => {
  it('finds reasons by words of either language, all of which must occur', () => {
    const [found] = searchReasons('域名 实名', 1)
    expect(found?.title.zh).toContain('实名')
    expect(searchReasons('real-name', 5).length).toBeGreaterThan(0)
    expect(searchReasons('没有这样的原因', 5)).toEqual([])
    expect(reasonById(found?.id ?? '')).toBe(found)
  })
})

describe('documentMark', () => {
  const finding = (verdict: Finding['verdict'], check: Finding['check'] = 'sharpness'): Finding => ({
    documentId: 'licence',
    check,
    verdict,
    value: 1,
    threshold: 2,
    unit: '',
  })
  it.each([
    [[finding('pass'), finding('fail')], 'stored', 'fail'],
    [[finding('pass'), finding('unsure')], 'stored', 'unsure'],
    [[finding('pass')], 'stored', 'pass'],
    [[], 'stored', 'none'],
    [[finding('fail')], 'pending', 'pending'],
    [[], 'failed', 'fail'],
  ] as const)('%#: the worst counts, and only of what is here', (findings, state, expected) => {
    expect(documentMark({ findings: [...findings], documentStates: { licence: state } }, 'licence')).toBe(
      expected,
    )
  })

  it('takes a document without a state as not here yet', () => {
    expect(documentMark({ findings: [], documentStates: {} }, 'licence')).toBe('pending')
  })

  it('knows a picture that cannot be decoded', () => {
    expect(isUndecodable([finding('fail', 'decodable')], 'licence')).toBe(true)
    expect(isUndecodable([finding('fail')], 'licence')).toBe(false)
  })
})
