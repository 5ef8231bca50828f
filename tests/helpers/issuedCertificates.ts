import sharp from 'sharp'
import { pdfDocument } from './pdfDocuments'
import type { TestServer } from './serverHarness'
import type { TestClient } from './serverClient'
import { certificateReplySchema, type CertificateReply } from '../../shared/protocol/certificates'

/** A made-up certificate of approval; other words make other bytes. */
export function certificatePdf(words = 'Certificate of approval', pages = 1): Buffer {
  const page = `BT /F2 24 Tf 80 700 Td (${words}) Tj ET`
  return pdfDocument({ pages: Array.from({ length: pages }, () => page) })
}

/** A small picture in a format that is taken, or in one that is not. */
export function certificatePicture(format: 'png' | 'jpeg' | 'webp'): Promise<Buffer> {
  const picture = sharp({ create: { width: 60, height: 80, channels: 3, background: '#f4efe0' } })
  return picture.toFormat(format).toBuffer()
}

/** Sends one as a workstation or a program does; answers the reply with its status. */
export async function sendCertificate(
  server: Pick<TestServer, 'url'>,
  client: Pick<TestClient, 'token'>,
  query: { readonly orderNumber: string; readonly replaces?: string },
  bytes: Uint8Array,
): Promise<{ readonly status: number; readonly reply: CertificateReply }> {
  const response = await postCertificate(server, client, query, bytes)
  return { status: response.status, reply: certificateReplySchema.parse(await response.json()) }
}

export function postCertificate(
  server: Pick<TestServer, 'url'>,
  client: Pick<TestClient, 'token'>,
  query: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  type = 'application/octet-stream',
): Promise<Response> {
  return fetch(`${server.url}/v1/certificates?${new URLSearchParams(query).toString()}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token ?? ''}`, 'content-type': type },
    body: Uint8Array.from(bytes),
  })
}
