import { readFile, stat } from 'node:fs/promises'
import type { ListKind } from './listKinds'
import type { ListOptions } from './listOptions'
import { secureFetchOf } from '../line/secureFetchOf'
import { decodeText } from '../../electron/common/decodeText'
import { createReviewServerClient } from '../../electron/main/reviewServerClient'
import { may } from '../../shared/review/rights'
import { refusal, success, type Result } from '../../shared/result'

/** What came of a list. `told`: lines for the person; `isWhole`: each item was taken in, or known already. */
export interface ListOutcome {
  readonly isWhole: boolean
  readonly told: readonly string[]
}

/** Answers that leave nothing to do. */
const SETTLED: readonly string[] = ['applied', 'twice']

/**
 * Reads the list and has the server take it in, or only try it. The refusal says why there was no answer and what may have been done
 * nevertheless; a list of which a line cannot be read is an outcome, and nothing of it was sent.
 */
export async function takeList<Item, Answer>(
  kind: ListKind<Item, Answer>,
  options: ListOptions,
  password: () => Promise<string>,
): Promise<Result<ListOutcome, string>> {
  const items = await readItems(kind, options.file)
  if (!items.ok) {
    const told = items.error.map(({ line, field }) => `line ${String(line)}: ${field}`)
    return success({ isWhole: false, told: [...told, 'the list cannot be read; nothing was sent'] })
  }
  const client = createReviewServerClient({ baseUrl: options.server, fetch: await secureFetchOf(options) })
  const signedIn = await client.signIn({ username: options.user, password: await password() })
  if (!signedIn.ok) {
    return refusal(`signing in at ${options.server} failed: ${signedIn.error}; nothing was changed`)
  }
  const { token, user } = signedIn.value
  try {
    if (!may(user.role, 'record-notice')) {
      return refusal(`${options.user} may not take in lists`)
    }
    const isDry = options['dry-run']
    const answers = await kind.ask(client, token, items.value, !isDry)
    return answers.ok
      ? success(outcomeOf(kind, items.value, answers.value, isDry))
      : refusal(
          `the server answered: ${answers.error}; ${
            isDry ? 'nothing was changed' : 'some of it may be done: run it again, nothing is taken in twice'
          }`,
        )
  } finally {
    await client.signOut(token)
  }
}

async function readItems<Item, Answer>({ mostBytes, read }: ListKind<Item, Answer>, file: string) {
  const { size } = await stat(file)
  return size > mostBytes ? refusal([{ line: 0, field: 'file' }]) : read(decodeText(await readFile(file)))
}

function outcomeOf<Item, Answer>(
  kind: ListKind<Item, Answer>,
  items: readonly Item[],
  answers: readonly Answer[],
  isDry: boolean,
): ListOutcome {
  const counts = new Map<string, number>()
  const told: string[] = []
  for (const [index, item] of items.entries()) {
    const answer = answers[index]
    const { code, more } = answer === undefined ? { code: 'unanswered', more: '' } : kind.tell(answer)
    counts.set(code, (counts.get(code) ?? 0) + 1)
    if (!SETTLED.includes(code)) {
      told.push(`${kind.place(item, index)}: ${code}${more === '' ? '' : ` ${more}`}`)
    }
  }
  const sums = [...counts].map(([code, count]) => `${code} ${String(count)}`).join(', ')
  return {
    isWhole: told.length === 0,
    told: [...told, `${isDry ? 'tried, nothing was changed' : 'taken in'}: ${sums}`],
  }
}
