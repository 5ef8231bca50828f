import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { ParsedRequestOf, ReplyOf } from '../../shared/ipc/contract'
import type { Session } from '../../shared/ipc/models'
import { may, type Right } from '../../shared/review/rights'

/** Who is signed in at this workstation. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<Session | null>(null)
  const user = computed(() => (session.value?.state === 'signed-in' ? session.value.user : null))

  /** The desk has just become the person's, and nobody has opened it yet. */
  const isJustEnrolled = ref(false)

  const signedInBy = computed(() => (session.value?.state === 'signed-in' ? session.value.by : null))

  /** Whether the signed-in person has the right. Only what is shown depends on it: the operation asks for itself. */
  function hasRight(right: Right): boolean {
    return user.value !== null && may(user.value.role, right)
  }

  async function read(): Promise<void> {
    session.value = await desk.readSession()
  }

  async function signIn(request: ParsedRequestOf<'session.signIn'>): Promise<void> {
    session.value = await desk.signIn(request)
  }

  /** Waits for the person in the browser; the passphrase is due then. */
  async function signInByCompany(): Promise<void> {
    session.value = await desk.signInByCompany()
  }

  async function openByPassphrase(passphrase: string): Promise<void> {
    session.value = await desk.openByPassphrase(passphrase)
  }

  /** The profile waits from then on for the reply to a request that is carried by hand. */
  async function beginEnrolment(username: string, passphrase: string): Promise<void> {
    session.value = await desk.beginEnrolment(username, passphrase)
  }

  /** With the reply the desk is locked, and opens by the passphrase. */
  async function takeEnrolmentReply(fingerprint: string): Promise<ReplyOf<'session.takeEnrolmentReply'>> {
    const taken = await desk.takeEnrolmentReply(fingerprint)
    if (taken.outcome === 'enrolled') {
      isJustEnrolled.value = true
      await read()
    }
    return taken
  }

  async function giveUpEnrolment(): Promise<void> {
    session.value = await desk.giveUpEnrolment()
  }

  async function signOut(): Promise<void> {
    isJustEnrolled.value = false
    session.value = await desk.signOut()
  }

  async function lock(): Promise<void> {
    isJustEnrolled.value = false
    session.value = await desk.lock()
  }

  async function unlock(password: string): Promise<void> {
    session.value = await desk.unlock(password)
  }

  return {
    session,
    user,
    signedInBy,
    isJustEnrolled,
    may: hasRight,
    read,
    signIn,
    signInByCompany,
    openByPassphrase,
    beginEnrolment,
    takeEnrolmentReply,
    giveUpEnrolment,
    signOut,
    lock,
    unlock,
  }
})
