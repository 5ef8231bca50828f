import type { ReplyOf } from '../../shared/ipc/contract'
import type { ControlTerms } from '../../shared/protocol/controls'
import { detectionRate } from '../../shared/review/controls/detectionRate'

type Reply = ReplyOf<'controls.read'>

const RULES: Reply['rules'] = [
  {
    id: 'national:certificate-matches-form',
    title: { zh: '证件号码与填写一致', en: 'The certificate number is the one in the form' },
  },
  {
    id: 'desk:principal-certificate-valid',
    title: { zh: '负责人证件在有效期内', en: 'The certificate of the person in charge is valid' },
  },
]
const [FIRST, SECOND] = ['national:certificate-matches-form', 'desk:principal-certificate-valid']

function idOf(number: number): string {
  return `0190c7a0-0000-7000-8000-0000000c00${String(number).padStart(2, '0')}`
}

const LI = [
  { outcome: 'found', count: 7 },
  { outcome: 'missed', count: 1 },
] as const
const ZHOU = [
  { outcome: 'found', count: 4 },
  { outcome: 'other', count: 2 },
  { outcome: 'missed', count: 3 },
  { outcome: 'escalated', count: 1 },
] as const

/** Control cases as the server would answer them; terms and stock change by what is done. */
export function createFakeControls() {
  let terms: ControlTerms | null = { permille: 20, phones: ['010-8888 6601', '010-8888 6602'] }
  let stock: Reply['stock'] = [1, 2].map((number) => ({
    id: idOf(number),
    orderNumber: `BA-20261122-90${number}`,
    rules: [number === 1 ? FIRST : SECOND],
    stockedBy: '王磊',
    stockedAt: '2026-11-21T02:30:00.000Z',
    refused: number === 2,
  }))
  let released: Reply['released'] = [
    {
      ...{ id: idOf(3), caseId: idOf(33), orderNumber: 'BA-20261121-0187', rules: [FIRST] },
      ...{ stockedBy: '王磊', stockedAt: '2026-11-20T02:30:00.000Z' },
      releasedAt: '2026-11-21T03:12:00.000Z',
      endedAt: null,
      scores: [
        { displayName: '周敏', outcome: 'missed', decidedAt: '2026-11-21T06:00:00.000Z' },
        { displayName: '李娜', outcome: 'found', decidedAt: '2026-11-21T07:00:00.000Z' },
      ],
    },
    {
      ...{ id: idOf(4), caseId: idOf(34), orderNumber: 'BA-20261118-0042', rules: [SECOND] },
      ...{ stockedBy: '孙立', stockedAt: '2026-11-17T02:30:00.000Z' },
      releasedAt: '2026-11-18T03:12:00.000Z',
      endedAt: '2026-11-22T01:00:00.000Z',
      scores: [],
    },
  ]

  function read(): Reply {
    return {
      terms,
      stock,
      released,
      figures: {
        all: detectionRate([...LI, ...ZHOU]),
        people: [
          { id: idOf(21), displayName: '李娜', figure: detectionRate(LI) },
          { id: idOf(22), displayName: '周敏', figure: detectionRate(ZHOU) },
        ],
        rules: [
          { ruleId: FIRST, figure: detectionRate(ZHOU) },
          { ruleId: SECOND, figure: detectionRate(LI) },
        ],
      },
      rules: RULES,
    }
  }

  return {
    read,
    plan(changed: ControlTerms): Reply {
      terms = changed
      return read()
    },
    stock(): ReplyOf<'controls.stock'> {
      const path = 'application.entity.principal.mobile'
      return { outcome: 'refused', problems: [{ code: 'foreign-phone', path, message: 'foreign' }] }
    },
    end(controlId: string): Reply {
      stock = stock.filter(({ id }) => id !== controlId)
      released = released.map((control) =>
        control.id === controlId ? { ...control, endedAt: '2026-11-22T02:00:00.000Z' } : control,
      )
      return read()
    },
  }
}
