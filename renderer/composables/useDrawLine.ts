import { useI18n } from 'vue-i18n'
import { useDuration } from './useDuration'
import { useSessionStore } from '../stores/session'
import { useSyncStore } from '../stores/sync'
import type { CaseView } from '../../shared/ipc/models'
import { drawFactsOf } from '../../shared/protocol/drawGrounds'

/** Why a case was the next one, in one line: the reason, then what the order goes by, as it stands now. */
export function useDrawLine() {
  const { t } = useI18n()
  const { sentence } = useDuration()
  const session = useSessionStore()
  const sync = useSyncStore()

  return (view: CaseView): string => {
    const { province, earlierReturns, escalations } = drawFactsOf(view.case)
    const provinces = session.user?.provinces
    const hours = sync.workingTime?.state
    return [
      ...(view.drawReason === null ? [] : [t(`terms.drawReason.${view.drawReason}`)]),
      sentence(view.workingMinutesLeft),
      ...(earlierReturns > 0 ? [t('drawLine.returned', { count: earlierReturns })] : []),
      ...(escalations > 0 ? [t('drawLine.escalated')] : []),
      ...(hours === undefined ? [] : [t(hours === 'open' ? 'drawLine.callable' : 'drawLine.notCallable')]),
      ...(provinces === undefined
        ? []
        : [t(provinces.includes(province) ? 'drawLine.ownProvince' : 'drawLine.otherProvince')]),
    ].join(' · ')
  }
}
