import { NUDGES_PATH } from '../../shared/protocol/otherRoutes'
import { refusal, success } from '../../shared/result'
import type { ReviewServerPort, ServerResult } from '../workflows/ports/reviewServerPort'
import type { Call } from './reviewServerClient'

/** The server says something at least every 25 seconds; after twice that the line is dead, whatever the system says. */
const SILENCE_MS = 60_000
/** A stream ends with its access token, after a quarter of an hour. */
const LONGEST_STREAM_MS = 1_800_000
/** A line of ours has twenty characters; whoever sends an endless one is not our server. */
const LONGEST_LINE = 1000

type Send = (call: Call, timeoutMs: number) => Promise<ServerResult<Response>>

/** Listening for server-sent events: a call that is answered as long as the stream lasts. */
export function createNudgeCalls(send: Send): Pick<ReviewServerPort, 'nudges'> {
  return {
    async nudges(token, onChange) {
      const silence = new AbortController()
      const giveUp = setTimeout(() => {
        silence.abort()
      }, SILENCE_MS)
      try {
        const call = { method: 'GET', path: NUDGES_PATH, token, signal: silence.signal }
        const response = await send(call, LONGEST_STREAM_MS)
        if (!response.ok) {
          return response
        }
        const body: AsyncIterable<Uint8Array> = response.value.body ?? new ReadableStream<Uint8Array>()
        const end = await readNudges(body, onChange, () => giveUp.refresh())
        return end === 'ended' ? success(null) : refusal('protocol')
      } catch {
        return refusal('offline')
      } finally {
        clearTimeout(giveUp)
      }
    },
  }
}

/** Reads events until the stream ends; calls `onChange` for those of a change and `onSign` at every sign of life. */
async function readNudges(
  body: AsyncIterable<Uint8Array>,
  onChange: () => void,
  onSign: () => void,
): Promise<'ended' | 'not-nudges'> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    onSign()
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) {
      return 'not-nudges'
    }
    if (lines.some((line) => line.trimEnd() === 'event: change')) {
      onChange()
    }
  }
  return 'ended'
}
