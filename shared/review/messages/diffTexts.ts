import type { ReturnTexts } from './returnTexts'

/** One text that differs between two versions; null where a version has none. `path`: `blocks.<reason>.problem`. */
interface TextChange {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** What another version says otherwise, in the order of the newer one; its date and source are not words. */
export function diffTexts(before: ReturnTexts, after: ReturnTexts): readonly TextChange[] {
  const old = new Map(wordsOf(before))
  const now = new Map(wordsOf(after))
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after)
}

function wordsOf({ sms, email, phone, blocks }: ReturnTexts): ReadonlyArray<readonly [string, string]> {
  return Object.entries({
    sms,
    email,
    phone,
    ...Object.fromEntries(Object.entries(blocks).map(([id, block]) => [`blocks.${id}`, block])),
  }).flatMap(([group, words]) =>
    Object.entries(words).map(([name, word]) => [`${group}.${name}`, String(word)] as const),
  )
}
