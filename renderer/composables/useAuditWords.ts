import { useI18n } from 'vue-i18n'
import type { AuditDevice } from '../../shared/protocol/audit'

/** Characters by which workstations are told apart. */
const ID_SHOWN = 8

/** Words for what stands in the chains. */
export function useAuditWords() {
  const i18n = useI18n()
  const { t } = i18n

  /** A kind of a newer server has no word here yet; its code stands for it. */
  function kindName(kind: string): string {
    const key = `audit.kind.${kind}`
    return i18n.te(key) ? t(key) : kind
  }

  function chainName(chain: string, devices: readonly AuditDevice[]): string {
    const device = devices.find(({ id }) => id === chain)
    return device === undefined
      ? t('audit.serverChain')
      : t('audit.deviceChain', { name: device.person.displayName, id: device.id.slice(0, ID_SHOWN) })
  }

  return { kindName, chainName }
}
