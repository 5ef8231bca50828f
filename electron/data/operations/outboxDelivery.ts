import type { Command } from '../../../shared/protocol/commands'
import { inTransaction } from '../connection/handles'
import type { DataOperations } from '../dataOperations'
import type { DataContext } from './dataContext'

export function createTakeOutbox({ db, queries }: DataContext): DataOperations['takeOutbox'] {
  return (limit) =>
    inTransaction(db, () =>
      queries.outbox.sendable(limit).map((id): Command => {
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
