import { indexEarlierRounds } from './indexValues'
import { createPictureIndex, type PictureIndex } from './pictureIndex'
import type { ReuseKey } from './reuseKey'
import type { Database } from '../store/database'

/** What the reuse search needs while the server runs. */
export interface ReuseDesk {
  readonly key: ReuseKey
  /** Keys whose sealed fingerprints can be opened. */
  readonly readableKeys: readonly string[]
  readonly pictures: PictureIndex
  /** False until everything that was there at the start can be found: until then nothing is said not to exist. */
  readonly isReady: () => { readonly pictures: boolean; readonly values: boolean }
  /** Opens the fingerprints and indexes earlier rounds, beside the first requests. */
  readonly start: () => void
  readonly stop: () => Promise<void>
}

export function createReuseDesk(parts: {
  readonly database: Database
  readonly key: ReuseKey
  readonly previousKey: ReuseKey | null
  readonly onError: (what: string, error: unknown) => void
}): ReuseDesk {
  const { database, key, previousKey, onError } = parts
  const pictures = createPictureIndex(parts)
  const ready = { pictures: false, values: false }
  let isStopped = false
  let preparing = Promise.resolve()

  async function prepare(): Promise<void> {
    try {
      ready.values = await indexEarlierRounds(database, key, () => isStopped)
      await pictures.refresh()
      ready.pictures = true
    } catch (error) {
      onError('the reuse search cannot be prepared', error)
    }
  }

  return {
    key,
    readableKeys: previousKey === null ? [key.id] : [key.id, previousKey.id],
    pictures,
    isReady: () => ready,
    start: () => {
      preparing = prepare()
    },
    stop: async () => {
      isStopped = true
      await preparing
    },
  }
}
