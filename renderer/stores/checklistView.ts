import { computed, ref, shallowRef, type Ref } from 'vue'
import {
  isSettled,
  lineGroups,
  needsPerson,
  paneGroupOf,
  type Answers,
  type PaneGroup,
} from '../review/lineStatus'
import type { ChecklistLine } from '../../shared/rules/checklist'

/** Which lines of the checklist are on the screen, which one is selected and which one is open. */
export function createChecklistView(
  lines: Readonly<Ref<readonly ChecklistLine[]>>,
  answers: Readonly<Ref<Answers>>,
  /** Lines about what changed since the round before. */
  touched: Readonly<Ref<ReadonlySet<string>>>,
) {
  const selectedLineId = ref<string | null>(null)
  const expandedLineId = ref<string | null>(null)
  const unfolded = ref<ReadonlySet<PaneGroup>>(new Set())
  /**
   * The lines that needed the person when the filter was set; null without it. Lines that are answered meanwhile stay
   * in place until the filter is set again, so that nothing moves under the pointer. It is set to begin with: of a
   * hundred lines a person has to look at ten.
   */
  const onlyThese = shallowRef<ReadonlySet<string> | null>(new Set())

  const isOnlyTouched = ref(false)

  const openLines = computed(() => lines.value.filter((line) => needsPerson(line, answers.value)))
  const isOnlyOpen = computed(() => onlyThese.value !== null)
  const groups = computed(() =>
    lineGroups(lines.value)
      .map(({ group, lines: own, idle }) => {
        const isUnfolded = unfolded.value.has(group)
        return {
          group,
          total: own.length,
          settled: own.filter((line) => isSettled(line, answers.value)).length,
          idle: isOnlyOpen.value ? 0 : idle.length,
          isUnfolded,
          shown: [...own, ...(isUnfolded ? idle : [])].filter(isShown),
        }
      })
      .filter((group) => group.shown.length + group.idle > 0),
  )
  const shownLines = computed(() => groups.value.flatMap((group) => group.shown))

  function isShown(line: ChecklistLine): boolean {
    if (isOnlyTouched.value && !touched.value.has(line.id)) {
      return false
    }
    return onlyThese.value === null || onlyThese.value.has(line.id) || needsPerson(line, answers.value)
  }

  function toggleExpanded(lineId: string | null): void {
    expandedLineId.value = expandedLineId.value === lineId ? null : lineId
  }

  function showOnlyOpen(only: boolean): void {
    onlyThese.value = only ? new Set(openLines.value.map((line) => line.id)) : null
  }

  /** Unfolds or folds what a group says besides. */
  function toggleIdle(group: PaneGroup): void {
    const next = new Set(unfolded.value)
    if (!next.delete(group)) {
      next.add(group)
    }
    unfolded.value = next
  }

  /** Selects a line and sees to it that it is on the screen. */
  function select(line: ChecklistLine): void {
    selectedLineId.value = line.id
    isOnlyTouched.value &&= touched.value.has(line.id)
    if (onlyThese.value !== null) {
      onlyThese.value = new Set([...onlyThese.value, line.id])
    }
    if (!shownLines.value.some((shown) => shown.id === line.id)) {
      toggleIdle(paneGroupOf(line))
    }
  }

  function showOnlyTouched(only: boolean): void {
    isOnlyTouched.value = only && touched.value.size > 0
  }

  /** For another case; whether only open lines are shown is a habit of the person and stays. */
  function reset(): void {
    selectedLineId.value = null
    expandedLineId.value = null
    unfolded.value = new Set()
    isOnlyTouched.value = false
  }

  return {
    selectedLineId,
    expandedLineId,
    onlyThese,
    unfolded,
    openLines,
    isOnlyOpen,
    isOnlyTouched,
    groups,
    shownLines,
    toggleExpanded,
    showOnlyOpen,
    showOnlyTouched,
    toggleIdle,
    select,
    reset,
  }
}
