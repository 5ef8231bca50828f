import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { ReplyOf } from '../../shared/ipc/contract'
import type { SyncStatus } from '../../shared/ipc/models'
import type { OutboxItem } from '../../shared/ipc/result'

type WorkingTime = ReplyOf<'calendar.now'>

/** What is stored here, what is sent, what waits; and the working time by the shell's clock. */
export const useSyncStore = defineStore('sync', () => {
  const status = shallowRef<SyncStatus | null>(null)
  const outbox = shallowRef<readonly OutboxItem[]>([])
  const workingTime = shallowRef<WorkingTime | null>(null)
  /** How far the shell's clock is ahead of this one; its times are the ones that count. */
  const clockAheadMs = ref(0)
  const waiting = computed(() => outbox.value.filter((item) => item.state !== 'applied'))

  async function refresh(): Promise<void> {
    const [nextStatus, nextOutbox] = await Promise.all([desk.readSyncStatus(), desk.readOutbox()])
    status.value = nextStatus
    outbox.value = nextOutbox
  }

  async function refreshWorkingTime(): Promise<void> {
    const next = await desk.readWorkingTime()
    workingTime.value = next
    clockAheadMs.value = Date.parse(next.now) - Date.now()
  }

  async function syncNow(): Promise<void> {
    await desk.syncNow()
    await refresh()
  }

  async function settleRefused(commandId: string): Promise<void> {
    await desk.settleRefused(commandId)
    await refresh()
  }

  return {
    status,
    outbox,
    workingTime,
    clockAheadMs,
    waiting,
    refresh,
    refreshWorkingTime,
    syncNow,
    settleRefused,
  }
})
