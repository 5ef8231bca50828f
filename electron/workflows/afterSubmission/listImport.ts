import { refusal, success, type Result } from '../../../shared/result'
import type { DesktopPort } from '../ports/desktopPort'
import type { ServerResult } from '../ports/reviewServerPort'
import { granted, tokenFor } from '../serverAnswer'
import type { CurrentSession } from '../session/sessionWorkflow'

export interface ListImportDependencies {
  readonly session: CurrentSession
  readonly desktop: Pick<DesktopPort, 'chooseTextFile'>
  readonly nudgeSync: () => void
}

/** One kind of list: how its files are read, and what the server is asked. */
interface ListKind<Item, Answer, Problem> {
  readonly mostBytes: number
  /** Endings of such files. */
  readonly endings: readonly string[]
  readonly read: (text: string) => Result<readonly Item[], readonly Problem[]>
  /** Without `apply` the server tries it and changes nothing. */
  readonly ask: (token: string, items: readonly Item[], apply: boolean) => Promise<ServerResult<Answer[]>>
}

const TOO_LARGE = { line: 0, field: 'file' } as const

/** Lists from a file that the server takes in. Nothing of one is kept here. */
export function createListImport<Item, Answer, Problem>(
  { session, desktop, nudgeSync }: ListImportDependencies,
  { mostBytes, endings, read, ask }: ListKind<Item, Answer, Problem>,
) {
  const send = async (items: readonly Item[], apply: boolean): Promise<Answer[]> =>
    granted(await ask(tokenFor(session, 'record-notice'), items, apply))

  return {
    /** Reads a list that the person chooses, and what would become of each line; null when cancelled. */
    async readFile(): Promise<Result<
      { items: Item[]; answers: Answer[] },
      (Problem | typeof TOO_LARGE)[]
    > | null> {
      session.requireRight('record-notice')
      const text = await desktop.chooseTextFile(mostBytes, endings)
      if (text === null) {
        return null
      }
      const found = text === 'too-large' ? refusal([TOO_LARGE]) : read(text.text)
      return found.ok
        ? success({ items: [...found.value], answers: await send(found.value, false) })
        : refusal([...found.error])
    },
    apply: async (items: readonly Item[]): Promise<{ readonly answers: Answer[] }> => {
      const answers = await send(items, true)
      nudgeSync()
      return { answers }
    },
  }
}
