import type { Decision } from '../../../shared/review/decision'
import type { DataOperations } from '../dataOperations'
import type { DataContext } from './dataContext'

export function createRefusedWork({ queries }: DataContext): DataOperations['refusedWork'] {
  return (commandId) => {
    const stored = queries.outbox.find(commandId)
    if (stored?.item.state !== 'refused' || stored.command === null) {
      return null
    }
    const { command, round } = stored
    const row = queries.queueRows.find(command.caseId)?.row
    const held = queries.holds.find(command.caseId)
    return {
      said: command.kind === 'decide' ? wordsOf(command.decision) : null,
      seen: { version: command.expectedVersion, round },
      now:
        row === undefined
          ? null
          : {
              version: row.version,
              round: row.round,
              state: row.state,
              holder: row.holder?.displayName ?? null,
              isHeldHere: held?.hold.kind === 'hold',
            },
    }
  }
}

type Said = NonNullable<NonNullable<ReturnType<DataOperations['refusedWork']>>['said']>

function wordsOf({ verdict, reasons, internalNote = '', lines }: Decision): Said {
  const answered = lines.filter((line) => line.verdict !== 'not-looked-at')
  return {
    verdict,
    reasons,
    internalNote,
    answered: answered.length,
    notOk: answered.filter((line) => line.verdict === 'not-ok').length,
  }
}
