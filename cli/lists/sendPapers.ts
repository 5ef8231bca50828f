import type { ListKind } from './listKinds'
import type { OpenedList } from './openList'
import type { createReviewServerClient } from '../../electron/main/reviewServerClient'
import type { ServerProblem } from '../../electron/workflows/ports/reviewServerPort'
import { refusal, success, type Result } from '../../shared/result'

type Client = ReturnType<typeof createReviewServerClient>

/** Where a paper stands in the list, and what became of it. */
export interface SentPaper {
  readonly place: string
  readonly code: string
}

interface Sending<Item, Answer> {
  readonly kind: ListKind<Item, Answer>
  readonly client: Client
  /** The tokens of the sign-in; papers may take longer than one of them lives. */
  readonly tokens: { readonly token: string; readonly refreshToken: string }
  readonly list: OpenedList
  readonly items: readonly Item[]
  readonly answers: readonly Answer[]
  readonly isDry: boolean
}

/**
 * Sends the papers that lines name, one by one, once the server has taken the lines. One that is refused keeps no other from being taken.
 * With `isDry` each is looked at here and none is sent. Answers the token that is good now beside.
 */
export async function sendPapers<Item, Answer>({
  kind,
  client,
  tokens,
  list,
  items,
  answers,
  isDry,
}: Sending<Item, Answer>): Promise<
  Result<{ readonly papers: readonly SentPaper[]; readonly token: string }, ServerProblem>
> {
  const { paper } = kind
  const papers: SentPaper[] = []
  let { token, refreshToken } = tokens
  for (const [index, item] of items.entries()) {
    const name = paper?.nameOf(item) ?? null
    const answer = answers[index]
    if (paper === undefined || name === null) {
      continue
    }
    const place = kind.place(item, index)
    const bytes = await list.beside(name)
    const problem = typeof bytes === 'string' ? bytes : bytes === null ? 'missing' : paper.problemOf(bytes)
    if (problem !== null || bytes === null || typeof bytes === 'string') {
      papers.push({ place, code: problem ?? 'missing' })
    } else if (answer === undefined || !paper.isWanted(answer)) {
      papers.push({ place, code: 'not-sent' })
    } else if (isDry) {
      papers.push({ place, code: 'fits' })
    } else {
      let sent = await paper.send(client, token, item, bytes)
      if (!sent.ok && sent.error === 'unauthenticated') {
        const renewed = await client.refresh({ refreshToken })
        if (!renewed.ok) {
          return renewed
        }
        ;({ token, refreshToken } = renewed.value)
        sent = await paper.send(client, token, item, bytes)
      }
      if (!sent.ok) {
        return refusal(sent.error)
      }
      papers.push({ place, code: sent.value })
    }
  }
  return success({ papers, token })
}
