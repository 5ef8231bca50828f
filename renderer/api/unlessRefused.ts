import { DeskApiError } from './DeskApiError'

const READ_REFUSALS = ['not-held', 'forbidden', 'offline'] as const
export type ReadRefusal = (typeof READ_REFUSALS)[number]

/** What was read, or why it is not for this person now; anything else that fails is thrown. */
export async function unlessRefused<T>(
  reading: Promise<T>,
): Promise<{ readonly value: T | null; readonly refusal: ReadRefusal | null }> {
  try {
    return { value: await reading, refusal: null }
  } catch (error) {
    const code = error instanceof DeskApiError ? error.failure.code : null
    const refusal = READ_REFUSALS.find((known) => known === code)
    if (refusal === undefined) {
      throw error
    }
    return { value: null, refusal }
  }
}
