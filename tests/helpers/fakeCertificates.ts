import type { ChosenCertificate } from '../../shared/ipc/certificates'

/** What a shell answers about certificates that are chosen on it: the dialog always gives the same file. */
export function createFakeCertificates(now: () => Date, orderNumberOf: (caseId: string) => string) {
  const chosen = new Map<string, ChosenCertificate>()
  return {
    'certificate.choose': ({ caseId, replaces }: { caseId: string; replaces: string | null }) => {
      chosen.set(caseId, {
        ...{ caseId, replaces, orderNumber: orderNumberOf(caseId), problem: null },
        ...{
          fileName: '备案证书.pdf',
          sha256: 'ab'.repeat(32),
          bytes: 213_000,
          mediaType: 'application/pdf',
        },
        chosenAt: now().toISOString(),
      })
      return { outcome: 'chosen' as const }
    },
    'certificate.drop': ({ caseId }: { caseId: string }) => {
      chosen.delete(caseId)
      return {}
    },
    'certificate.chosen': () => ({ certificates: [...chosen.values()] }),
  }
}
