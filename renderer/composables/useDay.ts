import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDayStore } from '../stores/day'
import { useSyncStore } from '../stores/sync'
import { chinaIso } from '../../shared/calendar/chinaTime'
import type { ShiftMove } from '../../shared/review/day/shift'

/** For how many minutes notifications may be silenced; until the end of the shift besides. */
const QUIET_MINUTES = [30, 60, 120] as const

interface DayChoice {
  readonly id: string
  readonly label: string
  readonly run: () => Promise<void>
}

/** What a person may do about their shift and about notifications now, for the menu and the palette alike. */
export function useDay() {
  const { t } = useI18n()
  const day = useDayStore()
  const sync = useSyncStore()

  function make(move: ShiftMove): Promise<void> {
    return move === 'end' ? day.prepareEnd() : day.move(move)
  }

  /** Outside of working time a shift begins all the same, and says so. */
  function labelOf(move: ShiftMove): string {
    const isOutside = (sync.workingTime?.state ?? 'open') !== 'open'
    return isOutside && (move === 'start' || move === 'resume')
      ? t('day.outside', { move: t(`day.move.${move}`) })
      : t(`day.move.${move}`)
  }

  const moves = computed<readonly DayChoice[]>(() =>
    day.moves.map((move) => ({ id: `shift-${move}`, label: labelOf(move), run: () => make(move) })),
  )

  const quiet = computed<readonly DayChoice[]>(() => {
    if (day.day === null) {
      return []
    }
    if (day.day.quiet !== null) {
      return [{ id: 'quiet-off', label: t('day.quietOff'), run: () => day.beQuiet(null) }]
    }
    const { state } = day.day.shift
    return [
      ...QUIET_MINUTES.map((minutes) => ({
        id: `quiet-${String(minutes)}`,
        label: t('day.quietFor', { minutes }),
        run: () =>
          day.beQuiet({ until: 'time', at: chinaIso(Date.now() + sync.clockAheadMs + minutes * 60_000) }),
      })),
      ...(state === 'working' || state === 'break'
        ? [
            {
              id: 'quiet-shift',
              label: t('day.quietShift'),
              run: () => day.beQuiet({ until: 'shift-end' }),
            },
          ]
        : []),
    ]
  })

  return { moves, quiet }
}
