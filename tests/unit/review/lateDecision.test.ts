import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../shared/review/decision'
import { lateDifferences, takeOver, type OwnWork } from '../../../shared/review/lateDecision'

const REASON = { field: 'entity.name', problem: '名称与执照不一致', advice: '请按执照填写' }
const OTHER = { ...REASON, problem: '执照已过期' }
const PIN = { number: 3, documentId: 'd1', x: 0.5, y: 0.5, note: '这里' }
const CORRECTION = { documentId: 'd1', field: 'name' as const, read: '张王', value: '张玉' }

const decision: Decision = {
  verdict: 'return',
  rulePack: '2026-11-21',
  lines: [
    { lineId: 'a', verdict: 'not-ok', note: '看执照', machine: null },
    { lineId: 'b', verdict: 'ok', machine: null },
    { lineId: 'c', verdict: 'not-looked-at', machine: 'pass' },
    { lineId: 'd', verdict: 'ok', machine: null, carriedFrom: 1 },
  ],
  findings: [],
  reasons: [REASON, OTHER],
  internalNote: '同事的备注',
  pins: [PIN],
  corrections: [CORRECTION, { ...CORRECTION, read: '李四', value: '李肆' }],
}
const own: OwnWork = {
  answers: [
    { lineId: 'a', verdict: 'ok' },
    { lineId: 'b', verdict: 'not-looked-at' },
  ],
  reasons: [REASON],
  internalNote: '',
  pins: [{ ...PIN, number: 7, note: '我的' }],
  corrections: [{ ...CORRECTION, value: '张钰' }],
}
const late = { decision, caseVersionSeen: 4 }

describe('differences between a late decision and the present work', () => {
  it('are the lines and reasons on which the two part', () => {
    expect(lateDifferences(decision, own)).toEqual({
      lines: [
        { lineId: 'a', theirs: 'not-ok', mine: 'ok' },
        { lineId: 'b', theirs: 'ok', mine: 'not-looked-at' },
        { lineId: 'd', theirs: 'ok', mine: 'not-looked-at' },
      ],
      reasonsOnlyTheirs: [OTHER],
      reasonsOnlyMine: [],
    })
    expect(lateDifferences({ ...decision, reasons: [] }, own).reasonsOnlyMine).toEqual([REASON])
  })
})

describe('taking a late decision over', () => {
  it('adds what the person has not said and lets stand what they have', () => {
    expect(takeOver(late, 4, own)).toEqual({
      answers: [
        { lineId: 'a', verdict: 'ok' },
        { lineId: 'b', verdict: 'ok' },
      ],
      reasons: [REASON, OTHER],
      internalNote: '同事的备注',
      pins: [
        { ...PIN, number: 7, note: '我的' },
        { ...PIN, number: 8 },
      ],
      corrections: [
        { ...CORRECTION, value: '张钰' },
        { ...CORRECTION, read: '李四', value: '李肆' },
      ],
    })
    expect(takeOver(late, 4, { ...own, internalNote: '我的备注' }).internalNote).toBe('我的备注')
  })

  it('takes only the words of another version of the case', () => {
    expect(takeOver(late, 5, own)).toEqual({
      ...own,
      reasons: [REASON, OTHER],
      internalNote: '同事的备注',
    })
  })

  it('changes nothing when it is done again', () => {
    const once = takeOver(late, 5, own)
    expect(takeOver(late, 5, once)).toEqual(once)
  })

  it('makes no empty lists of pins and corrections', () => {
    const bare = { answers: [], reasons: [], internalNote: '' }
    const { pins: _pins, corrections: _corrections, ...plain } = decision
    const taken = takeOver({ decision: plain, caseVersionSeen: 1 }, 1, bare)
    expect(Object.keys(taken).sort()).toEqual(['answers', 'internalNote', 'reasons'])
  })
})
