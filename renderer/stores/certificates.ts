import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import { useSessionStore } from './session'
import type { CertificateChoice, ChosenCertificate } from '../../shared/ipc/certificates'
import type { Certificate } from '../../shared/protocol/certificates'

/** Certificates of approval: those chosen here that the server does not have yet, and the one that is looked at. */
export const useCertificatesStore = defineStore('certificates', () => {
  const session = useSessionStore()
  const chosen = shallowRef<readonly ChosenCertificate[]>([])
  const opened = shallowRef<Certificate | null>(null)

  async function refresh(): Promise<void> {
    chosen.value = session.may('record-notice') ? (await desk.readChosenCertificates()).certificates : []
  }

  function of(caseId: string): ChosenCertificate | undefined {
    return chosen.value.find((own) => own.caseId === caseId)
  }

  async function choose(caseId: string, replaces: string | null): Promise<CertificateChoice> {
    const choice = await desk.chooseCertificate(caseId, replaces)
    await refresh()
    return choice
  }

  async function drop(caseId: string): Promise<void> {
    await desk.dropCertificate(caseId)
    await refresh()
  }

  return { chosen, opened, refresh, of, choose, drop }
})
