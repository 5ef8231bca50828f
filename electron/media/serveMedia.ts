import type { Result } from '../../shared/result'
import type { Frame } from '../common/mediaProcess/frames'
import { mediaRequestSchema, type MediaReply, type MediaRequest } from '../common/mediaProcess/messages'
import { examineDocument } from './pages/examineDocument'
import { hashPicture } from './images/hashPicture'
import { makeThumbnail } from './images/makeThumbnail'
import { makeView } from './images/makeView'
import type { PictureProblem } from './images/pictureProblem'
import { readDocument } from './reading/readDocument'
import { drawDossier } from './pdf/drawDossier'
import { dossierInputSchema } from './pdf/dossierInput'

interface Answer {
  readonly header: MediaReply
  readonly body: Uint8Array
}

const NO_BYTES = new Uint8Array(0)

/** Answers one request. Refusals and bugs alike become replies; only a crash leaves a request unanswered. */
export async function serveMedia(frame: Frame): Promise<Answer> {
  try {
    return await answer(mediaRequestSchema.parse(frame.header), frame.body)
  } catch (error) {
    return { header: { reply: 'failed', message: placeOf(error) }, body: NO_BYTES }
  }
}

async function answer(request: MediaRequest, body: Uint8Array): Promise<Answer> {
  switch (request.call) {
    case 'examine': {
      const findings = await examineDocument(body, request)
      return { header: { reply: 'examined', findings: [...findings] }, body: NO_BYTES }
    }
    case 'read': {
      const read = await readDocument(body, request)
      return read.ok
        ? { header: { reply: 'read', fields: [...read.value] }, body: NO_BYTES }
        : { header: { reply: 'refused', problem: read.error }, body: NO_BYTES }
    }
    case 'fingerprint': {
      const hashed = await hashPicture(body)
      return hashed.ok
        ? { header: { reply: 'fingerprinted', fingerprint: hashed.value }, body: NO_BYTES }
        : { header: { reply: 'refused', problem: hashed.error }, body: NO_BYTES }
    }
    case 'thumbnail':
      return answerBytes(await makeThumbnail(body, request.edge))
    case 'view':
      return answerBytes(await makeView(body, request.page))
    case 'dossier': {
      const input = dossierInputSchema.parse(request.input)
      const pdf = await drawDossier(input, cutPictures(request.pictures, body))
      return { header: { reply: 'bytes' }, body: pdf }
    }
  }
}

function answerBytes(made: Result<Uint8Array, PictureProblem>): Answer {
  return made.ok
    ? { header: { reply: 'bytes' }, body: made.value }
    : { header: { reply: 'refused', problem: made.error }, body: NO_BYTES }
}

function cutPictures(
  listed: ReadonlyArray<{ readonly sha256: string; readonly length: number }>,
  body: Uint8Array,
): ReadonlyMap<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>()
  let offset = 0
  for (const { sha256, length } of listed) {
    pictures.set(sha256, body.subarray(offset, offset + length))
    offset += length
  }
  return pictures
}

/** Kind of the error and the first line of its stack: a message could quote what stood in a file. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'unknown error'
  }
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name} ${place?.trim() ?? ''}`.trim()
}
