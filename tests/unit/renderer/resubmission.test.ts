import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeDesk } from '../../helpers/fakeDesk'
import {
  caseIdOf,
  makeDesk,
  makeDocument,
  makeItem,
  makeLine,
  makeRound,
  makeView,
} from '../../helpers/rendererCases'
import { formChanges } from '../../../renderer/review/formChanges'
import { useCaseReviewStore } from '../../../renderer/stores/caseReview'
import type { CaseView } from '../../../shared/ipc/models'
import type { CaseRound } from '../../../shared/protocol/case'

const ONE = caseIdOf(1)
const LINES = [
  makeLine('name'),
  makeLine('address', {
    machine: { verdict: 'pass', evidence: [{ kind: 'field', path: 'application.entity.mailingAddress' }] },
  }),
]
const REASON = { field: 'application.entity.mailingAddress', problem: '没有门牌号', advice: '补充门牌号' }
const CARRIED = {
  lineId: 'desk:name',
  verdict: 'ok',
  round: 1,
  by: '李娜',
  at: '2026-11-19T02:00:00.000Z',
} as const

const first = makeRound({ documents: [makeDocument('licence'), makeDocument('old')] })

function second(changes: Readonly<Record<string, unknown>>, documents = first.documents): CaseRound {
  const { application } = first
  const entity = { ...application.entity, ...changes }
  return { ...first, round: 2, documents, application: { ...application, entity } }
}

function laterView(): CaseView {
  const view = makeView(1, LINES)
  const moved = second({ mailingAddress: '浙江省杭州市西湖区1号301室' }, [
    makeDocument('licence', { sha256: 'f'.repeat(64) }),
  ])
  return {
    ...view,
    case: { ...view.case, rounds: [first, moved] },
    resubmission: {
      carried: [CARRIED],
      touchedLineIds: ['desk:address'],
      findings: [
        { reason: REASON, subjectNow: REASON.field, lineIds: ['desk:address'], isChanged: true },
        {
          reason: { ...REASON, field: 'old' },
          subjectNow: 'missing:business-licence',
          lineIds: [],
          isChanged: true,
        },
      ],
    },
  }
}

let desk: FakeDesk

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  desk = makeDesk({ items: [makeItem(1)], views: [laterView()] })
  vi.stubGlobal('window', { desk: desk.bridge })
})

afterEach(() => {
  vi.useRealTimers()
})

async function openOne() {
  const review = useCaseReviewStore()
  await review.open(ONE)
  return review
}

function drafted() {
  return desk.viewOf(ONE)?.draft.answers
}

describe('caseReview: a later round', () => {
  it('lets a carried answer stand for the gate without making it the person’s own', async () => {
    const review = await openOne()
    expect(review.answers.get('desk:name')?.verdict).toBe('ok')
    expect(review.ownAnswers.size).toBe(0)
    expect(review.passProblems).toEqual([])
    review.changeInternalNote('已核')
    await review.flush()
    expect(drafted()).toEqual([])
    await review.decide('pass')
    expect(review.decided?.verdict).toBe('pass')
  })

  it('lets one key overrule it, take it back, and say it anew', async () => {
    const review = await openOne()
    review.setAnswer('desk:name', 'not-ok')
    expect(review.passProblems).toEqual([{ code: 'lines-not-ok', lineIds: ['desk:name'] }])
    review.setAnswer('desk:name', 'not-looked-at')
    await review.flush()
    expect(drafted()).toEqual([{ lineId: 'desk:name', verdict: 'not-looked-at' }])
    expect(review.passProblems).toEqual([{ code: 'lines-not-looked-at', lineIds: ['desk:name'] }])
    review.setAnswer('desk:name', 'ok')
    await review.flush()
    expect(drafted()).toEqual([{ lineId: 'desk:name', verdict: 'ok' }])
    expect(review.passProblems).toEqual([])
  })

  it('takes the verdict over with a note that is written to it', async () => {
    const review = await openOne()
    review.setNote('desk:name', '再次核对')
    await review.flush()
    expect(drafted()).toEqual([{ lineId: 'desk:name', verdict: 'ok', note: '再次核对' }])
  })

  it('says what became of each reason, and lets the person overrule the machine', async () => {
    const review = await openOne()
    const states = () => review.takenOver.findings.map(({ state }) => state)
    expect(states()).toEqual(['fixed', 'changed'])
    review.setAnswer('desk:address', 'not-ok')
    expect(states()).toEqual(['changed', 'changed'])
  })

  it('knows a reason that is in the return already', async () => {
    const review = await openOne()
    expect(review.hasReason(REASON)).toBe(false)
    review.addReason(REASON)
    expect(review.hasReason(REASON)).toBe(true)
    expect(review.hasReason({ ...REASON, field: 'licence' })).toBe(false)
  })

  it('keeps the checklist to what changed, until something else is asked for', async () => {
    const review = await openOne()
    const shown = () => review.checklist.shownLines.map(({ id }) => id)
    review.checklist.showOnlyOpen(false)
    expect(shown()).toEqual(['desk:name', 'desk:address'])
    review.checklist.showOnlyTouched(true)
    expect(shown()).toEqual(['desk:address'])
    const name = LINES[0] ?? makeLine('name')
    review.checklist.select(name)
    expect(shown()).toEqual(['desk:name', 'desk:address'])
  })

  it('lists fields with what they were and every document of both rounds', async () => {
    const review = await openOne()
    expect(review.takenOver.fields.map(({ after }) => after?.field.path)).toEqual([
      'application.entity.mailingAddress',
    ])
    expect(
      review.takenOver.documents.map((change) => [change.kind, (change.after ?? change.before).id]),
    ).toEqual([
      ['replaced', 'licence'],
      ['removed', 'old'],
    ])
  })

  it('is nothing in a first round', async () => {
    desk.override('case.read', () => makeView(1, LINES))
    const review = await openOne()
    expect(review.takenOver.rounds).toBeNull()
    expect(review.takenOver.fields).toEqual([])
    review.checklist.showOnlyTouched(true)
    expect(review.checklist.isOnlyTouched).toBe(false)
  })
})

describe('formChanges', () => {
  const filing = { province: '330000', accountId: 'acct-1' }
  const { certificate } = first.application.entity

  function pathsOf(changes: Readonly<Record<string, unknown>>) {
    return formChanges(filing, first, second(changes)).map(({ before, after }) => [
      before?.field.path ?? null,
      after?.field.path ?? null,
    ])
  }

  it('finds nothing between equal rounds', () => {
    expect(formChanges(filing, first, { ...first, round: 2 })).toEqual([])
  })

  it('tells filled in, cleared and changed apart', () => {
    const remarks = 'application.entity.remarks'
    expect(pathsOf({ remarks: '无门牌号' })).toEqual([[null, remarks]])
    expect(formChanges(filing, second({ remarks: '无门牌号' }), first)).toMatchObject([
      { before: { field: { path: remarks } }, after: null },
    ])
    expect(pathsOf({ name: '银河科技有限公司' })).toEqual([
      ['application.entity.name', 'application.entity.name'],
    ])
  })

  it('says once what the form shows at one place', () => {
    const validity = { ...certificate, validFrom: '2024-01-01', validTo: '2034-01-01' }
    const path = 'application.entity.certificate.validTo'
    expect(pathsOf({ certificate: validity })).toEqual([[null, path]])
    const longer = second({ certificate: { ...validity, validFrom: '2025-01-01', validTo: '2035-01-01' } })
    expect(formChanges(filing, second({ certificate: validity }), longer)).toHaveLength(1)
  })

  it('names a code that the form shows under another', () => {
    expect(pathsOf({ kind: 'individual' })).toEqual([
      ['application.entity.nature', 'application.entity.nature'],
    ])
  })
})
