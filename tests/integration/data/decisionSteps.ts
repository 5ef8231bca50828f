import type { DataOperations } from '../../../electron/data/dataOperations'
import type { RefusalCode } from '../../../shared/protocol/commands'
import type { ReturnReason } from '../../../shared/review/decision'
import { LINES, NOW, uuid } from './sampleData'

export const COMMAND = uuid(0xc1)
export const REASON: ReturnReason = {
  field: 'entity.name',
  problem: '名称与执照不一致',
  advice: '请按执照填写',
}
export const AFTER = '2026-11-20T11:00:00+08:00'

export function decide(data: DataOperations, changes: Partial<Parameters<DataOperations['decide']>[0]> = {}) {
  return data.decide({
    commandId: COMMAND,
    caseId: uuid(1),
    verdict: 'pass',
    reasons: [],
    internalNote: '',
    lines: LINES,
    carried: [],
    now: NOW,
    ...changes,
  })
}

export function apply(data: DataOperations, id = COMMAND) {
  data.settleOutbox({
    outcomes: [{ id, outcome: 'applied', caseVersion: 2, auditHash: 'c'.repeat(64) }],
    now: NOW,
  })
}

export function refuse(data: DataOperations, code: RefusalCode, id = COMMAND) {
  data.settleOutbox({ outcomes: [{ id, outcome: 'refused', code, message: 'no' }], now: NOW })
}
