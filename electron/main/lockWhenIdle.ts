import { powerMonitor, type WebContents } from 'electron'
import type { NotifyDesk } from '../workflows/ports/deskEvents'
import type { Desk } from './composeDesk'
import { createHandWatch } from './handWatch'
import { createIdleLock } from './idleLock'
import { createLockAfterSave } from './lockAfterSave'
import { logUnexpected } from './log'

interface Parts {
  readonly page: WebContents
  readonly desk: Pick<Desk, 'opening' | 'lock'>
  readonly notify: NotifyDesk
  readonly minutes: () => number
}

/** Locks the desk when nobody touches it, when the machine goes to sleep, and when its own screen is locked. */
export function lockWhenIdle({ page, desk, notify, minutes }: Parts): void {
  const lock = createLockAfterSave({
    opening: () => desk.opening(),
    askPage: () => {
      notify('lock-due', {})
    },
    lock: () => {
      desk.lock().catch((cause: unknown) => {
        logUnexpected('lock', cause)
      })
    },
  })
  const idle = createIdleLock({ minutes, opening: () => desk.opening(), lock, now: Date.now })
  const isHand = createHandWatch(Date.now)
  page.on('input-event', (_, { type }) => {
    if (isHand(type)) {
      idle.touch()
    }
  })
  page.once('destroyed', () => {
    idle.stop()
  })
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
}
