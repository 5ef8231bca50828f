import { AppError } from '../appError'
import type { DataPort } from '../ports/dataPort'
import type { NotifyDesk } from '../ports/deskEvents'
import type { DesktopPort } from '../ports/desktopPort'
import type { CurrentSession } from '../session/sessionWorkflow'
import { diagnosticsOf, type Diagnosed } from './diagnostics'

interface Dependencies {
  readonly data: DataPort
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'saveText'>
  readonly now: () => string
  readonly notify: NotifyDesk
  readonly nudgeSync: () => void
  readonly diagnosed: () => Diagnosed
}

export interface RepairWorkflow {
  resync(): Promise<void>
  repair(): Promise<{ readonly rows: number; readonly documentsAgain: number }>
  allowDeletion(what: 'holds' | 'queue'): Promise<void>
  saveDiagnostics(): Promise<{ readonly fileName: string | null }>
}

/** What a person can do when the desk and the server do not fit any more. Nothing here touches unsent work. */
export function createRepairWorkflow(dependencies: Dependencies): RepairWorkflow {
  const { data, session, desktop, now, notify, nudgeSync } = dependencies

  function begun(): void {
    notify('sync-changed', {})
    nudgeSync()
  }

  return {
    async resync() {
      session.requireUser()
      await data.startResync()
      begun()
    },
    async repair() {
      session.requireUser()
      const repaired = await data.repair()
      if (!repaired.ok) {
        throw new AppError('storage', 'The database file is damaged')
      }
      begun()
      return repaired.value
    },
    async allowDeletion(what) {
      session.requireUser()
      const allowed = await data.allowDeletion({ what, now: now() })
      if (!allowed.ok) {
        throw new AppError('not-found', 'Nothing was stopped')
      }
      begun()
    },
    async saveDiagnostics() {
      const user = session.requireUser()
      const at = now()
      const content = diagnosticsOf({
        ...dependencies.diagnosed(),
        at,
        role: user.role,
        counts: await data.counts(),
        cursor: await data.readCursor(),
        holds: await data.listHolds(),
        outbox: await data.listOutbox(),
      })
      const name = `beian-desk-${at.slice(0, 19).replaceAll(/[^0-9]/g, '')}.json`
      const isSaved = await desktop.saveText(name, `${JSON.stringify(content, null, 2)}\n`)
      return { fileName: isSaved ? name : null }
    },
  }
}
