import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { ADVISOR_TABLE } from '../review/advisorTable'
import { questionOfCase } from '../review/questionOfCase'
import { useCaseReviewStore } from './caseReview'
import { advise } from '../../shared/advisor/advise'
import type { AdviceQuestion } from '../../shared/advisor/adviceQuestion'
import { FACT_NAMES, type FactName } from '../../shared/advisor/facts'
import { chinaDate } from '../../shared/calendar/chinaTime'

/** The filing advisor beside whatever is open. What a caller said stays while the panel is closed and reopened. */
export const useAdvisorStore = defineStore('advisor', () => {
  const review = useCaseReviewStore()
  const isOpen = ref(false)
  const facts = ref<Omit<AdviceQuestion, 'today'>>({})
  /** Order number of the case that the facts were taken from, until the person changes one. */
  const takenFrom = ref<string | null>(null)
  const today = ref(chinaDate(Date.now()))

  const advice = computed(() => advise(ADVISOR_TABLE, { ...facts.value, today: today.value }))
  const missing = computed(() =>
    advice.value.topics.flatMap((answer) => (answer.state === 'open' ? answer.missing : [])),
  )
  const isAnswered = computed(() => advice.value.topics.some(({ state }) => state === 'answered'))
  /** Facts of the question itself that are known or come next, in the order in which they are asked. */
  const asked = computed(() => {
    const filing = advice.value.topics.find(({ topic }) => topic === 'filing')
    const next: readonly FactName[] = filing?.state === 'open' ? filing.missing : []
    return FACT_NAMES.filter(
      (name) => !BESIDES.includes(name) && (facts.value[name] !== undefined || next.includes(name)),
    )
  })

  function tell(name: FactName, value: string | undefined): void {
    const { [name]: _, ...others } = facts.value
    facts.value = value === undefined ? others : { ...others, [name]: value }
    takenFrom.value = null
  }

  function clear(): void {
    facts.value = {}
    takenFrom.value = null
  }

  function takeCase(): void {
    const { round, view } = review
    if (round !== null && view !== null) {
      facts.value = questionOfCase(round.application)
      takenFrom.value = view.case.orderNumber
    }
  }

  /** Opens the panel. A question that nobody has begun starts from the case that is open. */
  function open(): void {
    today.value = chinaDate(Date.now())
    if (takenFrom.value !== null || Object.keys(facts.value).length === 0) {
      takeCase()
    }
    isOpen.value = true
  }

  function close(): void {
    isOpen.value = false
  }

  return { isOpen, facts, takenFrom, advice, asked, missing, isAnswered, tell, clear, takeCase, open, close }
})

/** Asked for besides the filing, always at the end. */
export const BESIDES: readonly FactName[] = ['commercial', 'openSince']
