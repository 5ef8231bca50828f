import { isComposing } from './keyGuard'

/** Some input methods end a composition and report the Enter that ended it afterwards, as an ordinary key. */
const SETTLE_MS = 40

type KeyFacts = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing'>

/** Knows of every composition on the page, so that nothing is sent by the Enter that chooses a word. */
export function createCompositionGuard(now: () => number) {
  let isUnderWay = false
  let endedAt = Number.NEGATIVE_INFINITY

  const isSettling = (): boolean => isUnderWay || now() - endedAt < SETTLE_MS

  return {
    begin: (): void => {
      isUnderWay = true
    },
    end: (): void => {
      isUnderWay = false
      endedAt = now()
    },
    /** Whether the key belongs to the input method. */
    takes: (event: KeyFacts): boolean =>
      isComposing(event) || isUnderWay || (event.key === 'Enter' && isSettling()),
    /** Whether a form that is being submitted is so by mistake. */
    isSettling,
  }
}
