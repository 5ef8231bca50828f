import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { DocumentStore, OpenDocument } from './documentStore'
import { S3Failure } from './s3Failure'
import { readListing, type ListedObject } from './s3Listing'
import { ANSWER_WITHIN, createS3Requests, type S3Requests } from './s3Requests'
import type { S3Settings } from './s3Settings'
import { sha256 as sha256Of } from '../store/sha256'
import type { Clock, Ids } from '../system'
import { sha256Schema } from '../../shared/domain/identity'

const PARTIAL = '.partial'
const PROBE = Buffer.from('probe')
/** Balancers ask for the health of each process every few seconds; the storage is asked less often. */
const CHECK_EVERY = 10_000
/** A balancer waits for the health no longer than that, and it takes two requests. */
const PROBE_WITHIN = 2_000
/** Answers in a row that break off before their first byte. */
const MOST_STALLS = 3

interface S3Surroundings {
  readonly clock: Clock
  readonly ids: Ids
  /** Milliseconds that the storage has for an answer, besides what its bytes take. */
  readonly answerWithin?: number
}

/** Documents as objects `<prefix><hash>` of one bucket. Several servers may share it. */
export function createS3DocumentStore(
  settings: S3Settings,
  secretAccessKey: string,
  { clock, ids, answerWithin = ANSWER_WITHIN }: S3Surroundings,
): DocumentStore {
  const requests = createS3Requests(settings, secretAccessKey, { clock, answerWithin })
  const probes = createS3Requests(settings, secretAccessKey, {
    clock,
    answerWithin: Math.min(answerWithin, PROBE_WITHIN / 2),
  })
  let checked: { readonly at: number; readonly verdict: Promise<void> } | null = null

  function keyOf(sha256: string): string {
    // The hash becomes part of an address, so its form is not left to the callers.
    return `${settings.prefix}${sha256Schema.parse(sha256)}`
  }

  async function probe(): Promise<void> {
    const key = `${settings.prefix}${ids.next()}${PARTIAL}`
    const body = { content: PROBE, sha256: sha256Of(PROBE) }
    await ended(probes.sendOnce({ method: 'PUT', key, body, expected: [200] }))
    await ended(probes.sendOnce({ method: 'DELETE', key, expected: [200, 204] }))
  }

  return {
    // Written again when it is there: that is what makes it new for `sweep`.
    put: async (sha256, content) => {
      const body = { content, sha256 }
      await ended(requests.send({ method: 'PUT', key: keyOf(sha256), body, expected: [200] }))
    },
    open: async (sha256) => openObject(requests, keyOf(sha256), sha256),
    check: () => {
      if (checked === null || clock.now() - checked.at >= CHECK_EVERY) {
        checked = { at: clock.now(), verdict: probe() }
      }
      return checked.verdict
    },
    sweep: async (before, isReferred) => {
      let removed = 0
      for await (const { key, lastModified } of objectsOf(requests, settings.prefix)) {
        const name = key.slice(settings.prefix.length)
        // Whatever else lies in the bucket belongs to somebody else.
        const isLeft =
          name.endsWith(PARTIAL) || (sha256Schema.safeParse(name).success && !(await isReferred(name)))
        if (isLeft && lastModified < before && (await removeIfOlder(requests, key, before))) {
          removed += 1
        }
      }
      return removed
    },
  }
}

async function openObject(requests: S3Requests, key: string, sha256: string): Promise<OpenDocument | null> {
  const head = await requests.send({ method: 'HEAD', key, expected: [200, 404] })
  if (head.status === 404) {
    return null
  }
  const bytes = Number(head.headers.get('content-length') ?? Number.NaN)
  if (!Number.isSafeInteger(bytes)) {
    throw new S3Failure('no-length', false)
  }
  return {
    bytes,
    stream: (start, end) => {
      const chunks = readRange(requests, key, start, end)
      const isWhole = start === 0 && end === bytes - 1
      return Readable.from(isWhole ? verified(chunks, sha256) : chunks, { objectMode: false })
    },
    close: () => Promise.resolve(),
  }
}

/** Yields a range. A line that breaks in the middle is taken up behind the last byte that came. */
async function* readRange(
  requests: S3Requests,
  key: string,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let at = start
  let stalls = 0
  while (at <= end) {
    const from = at
    const range = { start: from, end }
    const response = await requests.send({ method: 'GET', key, range, expected: [206] })
    if (
      !response.body ||
      !(response.headers.get('content-range') ?? '').startsWith(`bytes ${from}-${end}/`)
    ) {
      await response.body?.cancel()
      throw new S3Failure('other-range', false)
    }
    let broken: unknown
    try {
      const body: AsyncIterable<Uint8Array> = response.body
      for await (const chunk of body) {
        at += chunk.length
        yield chunk
      }
    } catch (error) {
      broken = error
    }
    stalls = at === from ? stalls + 1 : 0
    if (stalls === MOST_STALLS) {
      throw new S3Failure('broken-off', true, { cause: broken })
    }
  }
}

/** Holds the last piece back until all of it has the hash it was asked by: what is damaged is never complete. */
async function* verified(
  chunks: AsyncIterable<Uint8Array>,
  sha256: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  let held: Uint8Array | null = null
  for await (const chunk of chunks) {
    hash.update(chunk)
    if (held) {
      yield held
    }
    held = chunk
  }
  if (hash.digest('hex') !== sha256) {
    throw new S3Failure('other-content', false)
  }
  if (held) {
    yield held
  }
}

/** All objects of the desk's own, page by page. */
async function* objectsOf(
  requests: S3Requests,
  prefix: string,
): AsyncGenerator<ListedObject, void, undefined> {
  let token: string | null = null
  do {
    const query: Record<string, string> = { 'list-type': '2', 'encoding-type': 'url', prefix }
    if (token !== null) {
      query['continuation-token'] = token
    }
    const response = await requests.send({ method: 'GET', query, expected: [200] })
    const page = readListing(await response.text())
    yield* page.objects
    token = page.next
  } while (token !== null)
}

/** Looks again right before, for a server beside this one may have been given the same content meanwhile. */
async function removeIfOlder(requests: S3Requests, key: string, before: number): Promise<boolean> {
  const head = await requests.send({ method: 'HEAD', key, expected: [200, 404] })
  const modified = Date.parse(head.headers.get('last-modified') ?? '')
  if (head.status === 404 || !(modified < before)) {
    return false
  }
  await ended(requests.send({ method: 'DELETE', key, expected: [200, 204, 404] }))
  return true
}

async function ended(answer: Promise<Response>): Promise<void> {
  await (await answer).body?.cancel()
}
