import first from '../../resources/messages/2026-11-21.json'
import second from '../../resources/messages/2026-11-22.json'
import type { ReturnTexts } from '../../shared/review/messages/returnTexts'

/** Their shape is checked by a test, so the files are trusted here. The last one is in use. */
const VERSIONS = [first, second] as const satisfies readonly ReturnTexts[]

/** All versions, the oldest first: a case may name any of them. */
export const RETURN_TEXTS: readonly ReturnTexts[] = VERSIONS
export const TEXTS_IN_USE: ReturnTexts = VERSIONS[VERSIONS.length - 1] ?? first
