import { useI18n } from 'vue-i18n'
import { workingDuration } from '../i18n/format'

/** Working time left or overdrawn, in words. */
export function useDuration() {
  const { t } = useI18n()

  function plain(workingMinutes: number): string {
    const { hours, minutes } = workingDuration(workingMinutes)
    if (hours === 0) {
      return t('duration.minutes', { minutes })
    }
    return minutes === 0 ? t('duration.hours', { hours }) : t('duration.hoursMinutes', { hours, minutes })
  }

  /** `3 h 10 min left`, `late 40 min` */
  function sentence(workingMinutes: number): string {
    const key = workingMinutes < 0 ? 'duration.lateBy' : 'duration.left'
    return t(key, { duration: plain(workingMinutes) })
  }

  return { plain, sentence }
}
