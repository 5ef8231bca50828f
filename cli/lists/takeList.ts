import type { ListKind } from './listKinds'
import type { ListOptions } from './listOptions'
import { openList, type OpenedList } from './openList'
import { sendPapers, type SentPaper } from './sendPapers'
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
const SETTLED_PAPERS: readonly string[] = ['kept', 'twice', 'fits']

/**
 * Reads the list and has the server take it in, or only try it. The refusal says why there was no answer and what may have been done
 * nevertheless; a list of which a line cannot be read is an outcome, and nothing of it was sent.
 */
export async function takeList<Item, Answer>(
  kind: ListKind<Item, Answer>,
  options: ListOptions,
  password: () => Promise<string>,
): Promise<Result<ListOutcome, string>> {
  const list = await openList(options.file, kind.mostBytes)
  const items = list.ok ? kind.read(decodeText(list.value.bytes)) : NOT_READ
  if (!list.ok || !items.ok) {
    const told = (items.ok ? [] : items.error).map(({ line, field }) => `line ${String(line)}: ${field}`)
    return success({ isWhole: false, told: [...told, 'the list cannot be read; nothing was sent'] })
  }
  const client = createReviewServerClient({ baseUrl: options.server, fetch: await secureFetchOf(options) })
  const signedIn = await client.signIn({ username: options.user, password: await password() })
  if (!signedIn.ok) {
    return refusal(`signing in at ${options.server} failed: ${signedIn.error}; nothing was changed`)
  }
  const { user } = signedIn.value
  let { token } = signedIn.value
  try {
    if (!may(user.role, 'record-notice')) {
      return refusal(`${options.user} may not take in lists`)
    }
    const isDry = options['dry-run']
    const answers = await kind.ask(client, token, items.value, !isDry)
    if (!answers.ok) {
      return refusal(brokenOff(answers.error, isDry))
    }
    const sent = await sendPapers({
      ...{ kind, client, tokens: signedIn.value, list: list.value, isDry },
      ...{ items: items.value, answers: answers.value },
    })
    if (!sent.ok) {
      return refusal(brokenOff(sent.error, isDry))
    }
    ;({ token } = sent.value)
    const rows = outcomeOf(kind, items.value, answers.value, isDry)
    const papers = papersOutcome(kind, sent.value.papers, unnamed(kind, list.value, items.value))
    return success({ isWhole: rows.isWhole && papers.isWhole, told: [...rows.told, ...papers.told] })
  } finally {
    await client.signOut(token)
  }
}

/** No file, or one that is too large, is a problem of the file as a whole. */
const NOT_READ = refusal([{ line: 0, field: 'file' }])

function brokenOff(problem: string, isDry: boolean): string {
  return `the server answered: ${problem}; ${
    isDry ? 'nothing was changed' : 'some of it may be done: run it again, nothing is taken in twice'
  }`
}

/** How many files came along that no line names. Their names may be a person's, so they are counted only. */
function unnamed<Item, Answer>(
  { paper }: ListKind<Item, Answer>,
  { others }: OpenedList,
  items: readonly Item[],
): number {
  const named = new Set(items.map((item) => paper?.nameOf(item)?.normalize('NFC')))
  return paper === undefined ? 0 : (others ?? []).filter((name) => !named.has(name)).length
}

function papersOutcome<Item, Answer>(
  { paper }: ListKind<Item, Answer>,
  papers: readonly SentPaper[],
  unnamedCount: number,
): ListOutcome {
  const word = paper?.word ?? ''
  const open = papers.filter(({ code }) => !SETTLED_PAPERS.includes(code))
  const left = unnamedCount === 0 ? [] : [`files that no line names: ${String(unnamedCount)}`]
  const sums = papers.length === 0 ? [] : [`${word}s: ${sumsOf(papers.map(({ code }) => code))}`]
  return {
    isWhole: open.length === 0 && unnamedCount === 0,
    told: [...open.map(({ place, code }) => `${place}: ${word} ${code}`), ...left, ...sums],
  }
}

function sumsOf(codes: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const code of codes) {
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].map(([code, count]) => `${code} ${String(count)}`).join(', ')
}

function outcomeOf<Item, Answer>(
  kind: ListKind<Item, Answer>,
  items: readonly Item[],
  answers: readonly Answer[],
  isDry: boolean,
): ListOutcome {
  const codes: string[] = []
  const told: string[] = []
  for (const [index, item] of items.entries()) {
    const answer = answers[index]
    const { code, more } = answer === undefined ? { code: 'unanswered', more: '' } : kind.tell(answer)
    codes.push(code)
    if (!SETTLED.includes(code)) {
      told.push(`${kind.place(item, index)}: ${code}${more === '' ? '' : ` ${more}`}`)
    }
  }
  return {
    isWhole: told.length === 0,
    told: [...told, `${isDry ? 'tried, nothing was changed' : 'taken in'}: ${sumsOf(codes)}`],
  }
}
