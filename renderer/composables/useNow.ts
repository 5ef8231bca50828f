import { onBeforeUnmount, ref, type Ref } from 'vue'

const TICK_MS = 5000

/** The present moment (epoch milliseconds), renewed every few seconds while the component lives. */
export function useNow(): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = window.setInterval(() => {
    now.value = Date.now()
  }, TICK_MS)
  onBeforeUnmount(() => {
    window.clearInterval(timer)
  })
  return now
}
