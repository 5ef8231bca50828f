import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import * as tls from 'node:tls'

/** By what this machine knows the review server. */
interface ServerTrust {
  /** Certificates (PEM) of the authorities that alone are trusted; null: those of the operating system. */
  readonly authorities: string | null
  /** `sha256/…` of the public key that the server must have besides; null: any that an authority has signed. */
  readonly pin: string | null
}

/** The server's certificate is none that this machine trusts. Nothing was sent. */
export class UntrustedServerError extends Error {
  readonly code: string

  constructor(code: string, cause: unknown) {
    super(`The server is not trusted: ${code}`, { cause })
    this.code = code
  }
}

const PIN_MISMATCH = 'ERR_SERVER_PIN'
/** What OpenSSL and Node call a certificate that does not do. */
const CERTIFICATE_PROBLEM =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|INVALID_|HOSTNAME_|PATH_LENGTH|ERR_SERVER_PIN)/

/** Bundles of authorities where Linux distributions keep them. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
]

/**
 * `fetch` over TLS 1.2 or newer to a server that this machine trusts; fails with `UntrustedServerError` before anything is
 * sent to another. Redirects fail. Knows what the client of the review server uses of `fetch`, and nothing more.
 */
export function createSecureFetch(trust: ServerTrust): typeof fetch {
  const agent = new Agent({
    keepAlive: true,
    minVersion: 'TLSv1.2',
    ca: trust.authorities === null ? systemAuthorities() : [trust.authorities],
    checkServerIdentity: (host, certificate) =>
      tls.checkServerIdentity(host, certificate) ?? pinProblem(trust.pin, certificate.raw),
  })
  return (input, init) =>
    new Promise<Response>((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input)
      const { method = 'GET', headers, body, signal } = init ?? {}
      const outgoing = request(
        url,
        {
          agent,
          method,
          headers: Object.fromEntries(new Headers(headers)),
          ...(signal ? { signal } : {}),
        },
        (message) => {
          if (isRedirect(message)) {
            message.destroy()
            reject(new TypeError('The server redirects'))
            return
          }
          resolve(responseOf(message))
        },
      )
      outgoing.on('error', (cause: NodeJS.ErrnoException) => {
        const { code = '' } = cause
        reject(CERTIFICATE_PROBLEM.test(code) ? new UntrustedServerError(code, cause) : cause)
      })
      if (typeof body === 'string' || body instanceof Uint8Array) {
        outgoing.end(body)
      } else {
        outgoing.end()
      }
    })
}

/** SHA-256 of a certificate's public key, as pins are written. */
function pinOf(certificate: Uint8Array): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  return `sha256/${createHash('sha256').update(key).digest('base64')}`
}

function pinProblem(pin: string | null, certificate: Uint8Array): Error | undefined {
  return pin === null || pinOf(certificate) === pin
    ? undefined
    : Object.assign(new Error('The public key of the server is another one'), { code: PIN_MISMATCH })
}

/** Node's own list does not know a company's authority that the machine's owner has installed. */
function systemAuthorities(): string[] {
  const { getCACertificates } = tls as { getCACertificates?: (kind: 'system') => string[] }
  if (getCACertificates !== undefined) {
    return [...tls.rootCertificates, ...getCACertificates('system')]
  }
  return [...tls.rootCertificates, ...SYSTEM_BUNDLES.flatMap(readBundle)]
}

function readBundle(file: string): string[] {
  try {
    return [readFileSync(file, 'utf8')]
  } catch {
    // A distribution that keeps its list elsewhere.
    return []
  }
}

function isRedirect({ statusCode = 0, headers }: IncomingMessage): boolean {
  return statusCode >= 300 && statusCode < 400 && headers.location !== undefined
}

function responseOf(message: IncomingMessage): Response {
  const { statusCode: status = 500 } = message
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) {
    headers.set(name, String(value))
  }
  const hasBody = status !== 204 && status !== 304
  if (!hasBody) {
    message.resume()
  }
  // Node's own web streams; the types of the two descriptions of them differ.
  const stream = Readable.toWeb(message) as unknown as ReadableStream<Uint8Array>
  return new Response(hasBody ? stream : null, { status, headers })
}
