import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignatureV4 } from '@smithy/signature-v4'

const REGION = 'eu-test-1'
const BUCKET = 'filing-papers'
const ACCESS_KEY_ID = 'DESKTESTKEY'
/** With characters that tell a signer which encodes too much or too little. */
const SECRET = 'secret/of+the=storage'
const PAGE = 3
const SKEW = 15 * 60_000

interface StoredObject {
  readonly content: Buffer
  readonly modified: number
}

/** What the next request meets instead of an answer. */
type Fault = 'busy' | 'cut-head' | 'cut-body' | 'silent'

export interface S3Server {
  readonly settings: {
    readonly endpoint: string
    readonly region: string
    readonly bucket: string
    readonly prefix: string
    readonly accessKeyId: string
  }
  readonly secret: string
  readonly objects: Map<string, StoredObject>
  /** `METHOD key` of every request that had a right signature. */
  readonly requests: string[]
  /** The next requests of this method go wrong, one after the other. */
  fail(method: string, ...faults: readonly Fault[]): void
  stop(): Promise<void>
}

/**
 * A storage that speaks S3 in memory and believes nothing: each request must carry the signature that the signer of the AWS SDK
 * makes over it, the hash of its body, and a time near the server's.
 */
export async function startS3Server(clock: { now(): number }, prefix = ''): Promise<S3Server> {
  const objects = new Map<string, StoredObject>()
  const requests: string[] = []
  const faults = new Map<string, Fault[]>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`)
    const method = request.method ?? ''
    const refused = await refusalOf(request, url, body, clock.now())
    if (refused !== null) {
      refuse(response, 403, refused)
      return
    }
    const fault = faults.get(method)?.shift()
    if (fault === 'busy') {
      refuse(response, 503, 'SlowDown')
      return
    }
    if (fault === 'cut-head') {
      request.socket.destroy()
      return
    }
    if (fault === 'silent') {
      return
    }
    const key = keyOf(url)
    requests.push(`${method} ${key ?? ''}`)
    if (key === null) {
      list(response, url, objects)
      return
    }
    act(request, response, { method, key, body, isCut: fault === 'cut-body' })
  }

  function act(
    request: IncomingMessage,
    response: ServerResponse,
    asked: { readonly method: string; readonly key: string; readonly body: Buffer; readonly isCut: boolean },
  ): void {
    const { method, key, body } = asked
    const known = objects.get(key)
    if (method === 'PUT') {
      objects.set(key, { content: body, modified: clock.now() })
      response.end()
    } else if (method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (!known) {
      refuse(response, 404, 'NoSuchKey')
    } else {
      serve(request, response, known, asked)
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: REGION,
      bucket: BUCKET,
      prefix,
      accessKeyId: ACCESS_KEY_ID,
    },
    secret: SECRET,
    objects,
    requests,
    fail: (method, ...next) => faults.set(method, [...next]),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** Null for the bucket itself. Other buckets do not exist. */
function keyOf(url: URL): string | null {
  const [, bucket, ...rest] = url.pathname.split('/')
  if (bucket !== BUCKET) {
    throw new Error('Another bucket was asked for')
  }
  return rest.length === 0 ? null : decodeURIComponent(rest.join('/'))
}

/** The code with which S3 refuses a request that is not signed rightly, or null. */
async function refusalOf(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  now: number,
): Promise<string | null> {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/.*, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    )
  if (!given) {
    return 'AccessDenied'
  }
  const [, accessKeyId, names = '', signature] = given
  if (accessKeyId !== ACCESS_KEY_ID) {
    return 'InvalidAccessKeyId'
  }
  const claimed = request.headers['x-amz-content-sha256']
  if (claimed !== createHash('sha256').update(body).digest('hex')) {
    return 'XAmzContentSHA256Mismatch'
  }
  const at = readTime(String(request.headers['x-amz-date']))
  if (Math.abs(at.getTime() - now) > SKEW) {
    return 'RequestTimeTooSkewed'
  }
  const headers = Object.fromEntries(names.split(';').map((name) => [name, String(request.headers[name])]))
  const expected = await signer().sign(
    {
      method: request.method ?? '',
      protocol: 'http:',
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers,
      body,
    },
    { signingDate: at },
  )
  return expected.headers['authorization']?.endsWith(`Signature=${signature ?? ''}`) === true
    ? null
    : 'SignatureDoesNotMatch'
}

function signer(): SignatureV4 {
  return new SignatureV4({
    credentials: { accessKeyId: ACCESS_KEY_ID, secretAccessKey: SECRET },
    region: REGION,
    service: 's3',
    sha256: NodeSha256,
    // S3 takes the path as it stands.
    uriEscapePath: false,
  })
}

/** The hash that the signer asks for: keyed when it is given a key. */
class NodeSha256 {
  private readonly hash
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.hash.update(bytesOf(data))
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest())
  }
  reset(): void {
    throw new Error('The signer starts a new hash each time')
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') {
    return Buffer.from(data)
  }
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
}

function readTime(text: string): Date {
  return new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>refused</Message></Error>`)
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { content, modified }: StoredObject,
  { method, isCut }: { readonly method: string; readonly isCut: boolean },
): void {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  const start = Number(range?.[1] ?? 0)
  const end = Math.min(Number(range?.[2] ?? content.length - 1), content.length - 1)
  response.writeHead(range ? 206 : 200, {
    'content-length': end - start + 1,
    'last-modified': new Date(modified).toUTCString(),
    ...(range ? { 'content-range': `bytes ${start}-${end}/${content.length}` } : {}),
  })
  if (method === 'HEAD') {
    response.end()
  } else if (isCut) {
    response.write(content.subarray(start, start + Math.ceil((end - start) / 2)), () => {
      request.socket.destroy()
    })
  } else {
    response.end(content.subarray(start, end + 1))
  }
}

/** Small pages, so that every listing has several. */
function list(response: ServerResponse, url: URL, objects: ReadonlyMap<string, StoredObject>): void {
  const after = url.searchParams.get('continuation-token') ?? ''
  const prefix = url.searchParams.get('prefix') ?? ''
  const keys = Array.from(objects.keys())
    .filter((key) => key.startsWith(prefix) && `<${key}>&` > after)
    .sort()
  const page = keys.slice(0, PAGE)
  const last = page.at(-1)
  const isCut = keys.length > PAGE && last !== undefined
  // A token with characters that XML has to escape, as those of real storages can have.
  const token = isCut ? `<NextContinuationToken>&lt;${last}&gt;&amp;</NextContinuationToken>` : ''
  const entries = page.map((key) => {
    const modified = new Date(objects.get(key)?.modified ?? 0).toISOString()
    return `<Contents><Key>${encodeURIComponent(key)}</Key><LastModified>${modified}</LastModified></Contents>`
  })
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isCut}</IsTruncated>${entries.join('')}${token}</ListBucketResult>`,
  )
}
