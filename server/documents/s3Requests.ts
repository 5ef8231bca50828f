import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { failureOf, S3Failure } from './s3Failure'
import type { S3Settings } from './s3Settings'
import type { Clock } from '../system'

/** Signed header of requests without a body. */
const NOTHING = createHash('sha256').digest('hex')
const TRIES = 4
/** Doubled with each try, and up to half as much again by chance, so that many servers do not come back at once. */
const FIRST_PAUSE = 150
/** For any request, besides what its bytes take. */
export const ANSWER_WITHIN = 20_000
/** What the slowest line that is worth having carries in a millisecond. */
const BYTES_PER_MS = 128

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'DELETE'
  /** Name of the object; without it the bucket itself is asked. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  /** First and last byte that is wanted. */
  readonly range?: { readonly start: number; readonly end: number }
  readonly body?: { readonly content: Uint8Array; readonly sha256: string }
  /** Statuses that are answers. Anything else is a failure. */
  readonly expected: readonly number[]
}

export interface S3Requests {
  /** Sends, and again after what may pass by itself. All requests here may be repeated: names are hashes of contents. */
  send(request: S3Request): Promise<Response>
  /** Sends once. */
  sendOnce(request: S3Request): Promise<Response>
}

/** Signed requests (AWS signature, version 4) to one bucket, addressed by path as every compatible storage understands. */
export function createS3Requests(
  settings: S3Settings,
  secretAccessKey: string,
  { clock, answerWithin }: { readonly clock: Clock; readonly answerWithin: number },
): S3Requests {
  const { accessKeyId, region } = settings
  // Trying again is done here, where a broken line counts as well.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })

  async function sendOnce(request: S3Request): Promise<Response> {
    const response = await fetch(await signed(request)).catch((cause: unknown) => {
      throw new S3Failure(codeOf(cause), true, { cause })
    })
    if (request.expected.includes(response.status)) {
      return response
    }
    throw await failureOf(response)
  }

  function signed({ method, key, query, range, body }: S3Request): Promise<Request> {
    const url = new URL(`${settings.endpoint}/${settings.bucket}${key === undefined ? '' : `/${key}`}`)
    for (const [name, value] of Object.entries(query ?? {})) {
      url.searchParams.set(name, value)
    }
    const bytes = range === undefined ? (body?.content.length ?? 0) : range.end - range.start + 1
    return client.sign(url, {
      method,
      headers: {
        // The storage refuses a body that does not have this hash.
        'x-amz-content-sha256': body?.sha256 ?? NOTHING,
        ...(range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` }),
      },
      redirect: 'manual',
      // Covers the body of the answer as well; who reads slowly asks for the rest again.
      signal: AbortSignal.timeout(answerWithin + Math.ceil(bytes / BYTES_PER_MS)),
      ...(body === undefined ? {} : { body: new Uint8Array(body.content) }),
      aws: { datetime: new Date(clock.now()).toISOString().replace(/[:-]|\.\d{3}/g, '') },
    })
  }

  return { sendOnce, send: (request) => repeat(() => sendOnce(request)) }
}

async function repeat<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof S3Failure) || !error.isPassing || tried === TRIES) {
        throw error
      }
      await pause(FIRST_PAUSE * 2 ** (tried - 1) * (1 + Math.random() / 2))
    }
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'no-answer'
  }
  if (error.name === 'TimeoutError') {
    return 'timeout'
  }
  const { cause } = error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : 'no-answer'
}
