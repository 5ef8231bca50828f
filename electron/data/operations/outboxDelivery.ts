import type { Command } from '../../../shared/protocol/commands'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import type { DataContext } from './dataContext'

export function createTakeOutbox({ db, queries }: DataContext): DataOperations['takeOutbox'] {
  return (limit, now) =>
    inTransaction(db, () =>
      queries.outbox.sendable(limit, now === undefined ? null : Date.parse(now)).map((id): Command => {
        const command = queries.outbox.find(id)?.command
        if (!queries.outbox.markSending(id) || command === null || command === undefined) {
          throw new Error('A waiting command has no content')
        }
        return command
      }),
    )
}

export function createRequeueOutbox({ db, queries }: DataContext): DataOperations['requeueOutbox'] {
  return (commandIds) =>
    inTransaction(db, () => {
      for (const id of commandIds) {
        queries.outbox.requeue(id)
      }
    })
}

export function createDeferOutbox({ db, queries }: DataContext): DataOperations['deferOutbox'] {
  return ({ commandId, until }) => {
    inTransaction(db, () => queries.outbox.defer(commandId, Date.parse(until)))
  }
}
