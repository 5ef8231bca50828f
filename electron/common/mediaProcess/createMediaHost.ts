import { DOCUMENT_FACES, DOCUMENT_KINDS } from '../../../shared/domain/documentKinds'
import type { ReadField } from '../../../shared/reading/readField'
import { refusal, success, type Result } from '../../../shared/result'
import { MediaPool, type PoolAnswer } from './mediaPool'
import type { ExaminedFinding, MediaRequest } from './messages'
import type { StartMediaTransport } from './transport'

type MediaHostProblem =
  'undecodable' | 'too-large' | 'several-pictures' | 'encrypted' | 'timed-out' | 'crashed'

/** The media process, called from another one. Its calls are those of the workflows' port of the same name. */
export interface MediaHost {
  examine(request: {
    readonly bytes: Uint8Array
    readonly kind: string
    readonly face: string
    readonly entityKind?: 'individual' | 'organization'
  }): Promise<Result<{ readonly findings: readonly ExaminedFinding[] }, MediaHostProblem>>
  /** Reads the text of a picture into the fields that papers of its kind have. */
  read(request: {
    readonly bytes: Uint8Array
    readonly kind: string
    readonly face: string
  }): Promise<Result<{ readonly fields: readonly ReadField[] }, MediaHostProblem>>
  /** What a picture is found again by; null when it shows nothing to be told apart by. */
  fingerprint(request: {
    readonly bytes: Uint8Array
  }): Promise<Result<{ readonly fingerprint: string | null }, MediaHostProblem>>
  thumbnail(request: {
    readonly bytes: Uint8Array
    readonly edge: number
  }): Promise<Result<{ readonly bytes: Uint8Array }, MediaHostProblem>>
  /** The whole picture as a JPEG, upright; of a PDF document, one page, the first when none is named. */
  view(request: {
    readonly bytes: Uint8Array
    readonly page?: number
  }): Promise<Result<{ readonly bytes: Uint8Array }, MediaHostProblem>>
  dossier(request: {
    readonly input: object
    readonly pictures: ReadonlyMap<string, Uint8Array>
  }): Promise<Result<{ readonly bytes: Uint8Array }, MediaHostProblem>>
  close(): Promise<void>
}

export interface MediaHostOptions {
  readonly start: StartMediaTransport
  /** Processes at most; each is started when it is first needed. */
  readonly size?: number
  readonly limits?: Partial<MediaLimits>
}

export interface MediaLimits {
  readonly startMs: number
  readonly examineMs: number
  readonly readMs: number
  readonly fingerprintMs: number
  readonly thumbnailMs: number
  readonly viewMs: number
  readonly dossierMs: number
}

/**
 * A photograph is examined in about 0.3 s and a dossier of ten pictures is drawn in about 1 s. The limits leave some
 * hundred times that, for a machine that is busy with other things: only what hangs meets them.
 */
const DEFAULT_LIMITS: MediaLimits = {
  startMs: 60_000,
  examineMs: 30_000,
  readMs: 60_000,
  fingerprintMs: 30_000,
  thumbnailMs: 30_000,
  viewMs: 60_000,
  dossierMs: 120_000,
}

/** Three: two read papers in the background, and a picture somebody waits for need not queue behind them. */
const DEFAULT_SIZE = 3

/** A thumbnail or a view is being looked at, a dossier was asked for by a click; the rest goes on in the background, the quicker first. */
const PRIORITY = { thumbnail: 0, view: 0, dossier: 1, examine: 2, fingerprint: 2, read: 3 } as const

/** Calls a pool of media processes. Free of Electron: what starts a process is given. */
export function createMediaHost(options: MediaHostOptions): MediaHost {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const pool = new MediaPool({
    start: options.start,
    size: options.size ?? DEFAULT_SIZE,
    startLimitMs: limits.startMs,
  })
  const run = async (request: MediaRequest, body: Uint8Array): Promise<PoolAnswer> =>
    pool.run({
      request,
      body,
      priority: PRIORITY[request.call],
      limitMs: limits[`${request.call}Ms`],
    })

  return {
    examine: async ({ bytes, kind, face, entityKind }) => {
      const request: MediaRequest = {
        call: 'examine',
        kind: memberOf(DOCUMENT_KINDS, kind),
        face: memberOf(DOCUMENT_FACES, face),
        entityKind: entityKind ?? null,
      }
      const answer = await run(request, bytes)
      if (answer.outcome === 'answered' && answer.reply.reply === 'examined') {
        return success({ findings: answer.reply.findings })
      }
      return refusal(problemOf(answer))
    },
    read: async ({ bytes, kind, face }) => {
      const request: MediaRequest = {
        call: 'read',
        kind: memberOf(DOCUMENT_KINDS, kind),
        face: memberOf(DOCUMENT_FACES, face),
      }
      const answer = await run(request, bytes)
      if (answer.outcome === 'answered' && answer.reply.reply === 'read') {
        return success({ fields: answer.reply.fields })
      }
      return refusal(problemOf(answer))
    },
    fingerprint: async ({ bytes }) => {
      const answer = await run({ call: 'fingerprint' }, bytes)
      if (answer.outcome === 'answered' && answer.reply.reply === 'fingerprinted') {
        return success({ fingerprint: answer.reply.fingerprint })
      }
      return refusal(problemOf(answer))
    },
    thumbnail: async ({ bytes, edge }) => bytesOf(await run({ call: 'thumbnail', edge }, bytes)),
    view: async ({ bytes, page = 1 }) => bytesOf(await run({ call: 'view', page }, bytes)),
    dossier: async ({ input, pictures }) => {
      const listed = [...pictures].map(([sha256, picture]) => ({ sha256, length: picture.length }))
      const body = Buffer.concat([...pictures.values()])
      return bytesOf(await run({ call: 'dossier', input, pictures: listed }, body))
    },
    close: async () => pool.close(),
  }
}

function bytesOf(answer: PoolAnswer): Result<{ readonly bytes: Uint8Array }, MediaHostProblem> {
  if (answer.outcome === 'answered' && answer.reply.reply === 'bytes') {
    return success({ bytes: answer.body })
  }
  return refusal(problemOf(answer))
}

/** Refusals are values; an error inside the process is a bug and is thrown here, where somebody logs it. */
function problemOf(answer: PoolAnswer): MediaHostProblem {
  if (answer.outcome !== 'answered') {
    return answer.outcome
  }
  if (answer.reply.reply === 'refused') {
    return answer.reply.problem
  }
  const detail = answer.reply.reply === 'failed' ? answer.reply.message : `unexpected ${answer.reply.reply}`
  throw new Error(`Media process: ${detail}`)
}

function memberOf<T extends string>(values: readonly T[], value: string): T {
  const member = values.find((candidate) => candidate === value)
  if (member === undefined) {
    throw new Error('Not a kind or face of a document')
  }
  return member
}
