import type { Protocol } from 'electron'
import { z } from 'zod'
import { MOST_PAGES } from '../../shared/imaging/pdfPages'
import { DOCUMENT_VARIANTS } from '../../shared/ipc/documentUrl'
import { SCREEN_TYPES } from '../../shared/protocol/case'
import type { ShowDocument } from '../workflows/examination/showDocument'
import { APP_ORIGIN } from './appOrigin'

const placeSchema = [
  z.uuid(),
  z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number),
  z.string().min(1).max(60),
] as const
const pageSchema = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().min(2).max(MOST_PAGES))
/** A page behind the first of a PDF document is named at the end. */
const addressSchema = z.union([
  z.tuple([...placeSchema, z.enum(DOCUMENT_VARIANTS)]),
  z.tuple([...placeSchema, z.literal('original'), pageSchema]),
])
const servedTypes = z.enum(SCREEN_TYPES)

interface Dependencies {
  readonly show: ShowDocument
  readonly isSignedIn: () => boolean
  readonly mayShow: (caseId: string) => Promise<boolean>
}

/**
 * Pictures on their way to the screen: `document://case/<case>/<round>/<document>/<variant>[/<page>]`, by id and never by path,
 * decrypted on the way, only while somebody is signed in and may look at the case's documents, never cached.
 */
export function serveDocuments(protocol: Protocol, { show, isSignedIn, mayShow }: Dependencies): void {
  protocol.handle('document', async (request) => {
    try {
      return await answer(request)
    } catch {
      // An address that cannot be decoded, or a profile that is being closed while the last pictures are asked for.
      return notFound()
    }
  })

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const address = addressSchema.safeParse(url.pathname.slice(1).split('/').map(decodeURIComponent))
    if (request.method !== 'GET' || url.host !== 'case' || !address.success || !isSignedIn()) {
      return notFound()
    }
    const [caseId, round, documentId, variant, page] = address.data
    if (!(await mayShow(caseId))) {
      return notFound()
    }
    const document = await show({
      caseId,
      round,
      documentId,
      variant,
      ...(page === undefined ? {} : { page }),
    })
    const mediaType = servedTypes.safeParse(document?.mediaType)
    if (!document || !mediaType.success) {
      return notFound()
    }
    return new Response(new Uint8Array(document.bytes), {
      headers: {
        'content-type': mediaType.data,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': APP_ORIGIN,
        'content-security-policy': "default-src 'none'",
      },
    })
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
