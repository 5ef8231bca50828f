/** How one exchange went. `result`: `ok` or the code of what stood in the way. */
export interface Exchange {
  readonly at: string
  readonly ms: number
  readonly result: string
}

/** Enough to see a pattern over some minutes. */
const KEPT = 50

export interface ExchangeLog {
  add(exchange: Exchange): void
  /** The latest last. */
  list(): readonly Exchange[]
}

/** The last exchanges of this sitting, for the diagnostic file. */
export function createExchangeLog(): ExchangeLog {
  let kept: readonly Exchange[] = []
  return {
    add(exchange) {
      kept = [...kept, exchange].slice(-KEPT)
    },
    list: () => kept,
  }
}
