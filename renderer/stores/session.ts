import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { Session } from '../../shared/ipc/models'

/** Who is signed in at this workstation. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<Session | null>(null)
  const user = computed(() => (session.value?.state === 'signed-in' ? session.value.user : null))
  const isSupervisor = computed(() => user.value?.role === 'supervisor')

  async function read(): Promise<void> {
    session.value = await desk.readSession()
  }

  async function signIn(username: string, password: string): Promise<void> {
    session.value = await desk.signIn(username, password)
  }

  async function signOut(): Promise<void> {
    session.value = await desk.signOut()
  }

  return { session, user, isSupervisor, read, signIn, signOut }
})
