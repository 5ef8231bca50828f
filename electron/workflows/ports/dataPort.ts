import type { DataOperations } from '../../data/dataOperations'

/** The data worker seen from a workflow: the same operations, one message there and back each. */
export type DataPort = {
  readonly [Name in keyof DataOperations]: (
    ...args: Parameters<DataOperations[Name]>
  ) => Promise<Awaited<ReturnType<DataOperations[Name]>>>
}
