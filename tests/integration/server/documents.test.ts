import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFiling, receive } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { sha256 } from '../../../server/store/sha256'

describe('Documents', () => {
  let server: TestServer
  let li: TestClient
  let caseId: string
  let hash: string
  let content: Buffer

  beforeAll(async () => {
    server = await startTestServer('postgres')
    li = await server.signIn('li.na')
    const made = await makeFiling(server, { seed: 'documents', nature: 'enterprise' })
    caseId = await receive(server, made)
    content = Buffer.from([...made.files.values()][0] ?? [])
    hash = sha256(content)
    await li.granted('hold', { body: { caseId } })
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function bytesOf(response: Response): Promise<Buffer> {
    return Buffer.from(await response.arrayBuffer())
  }

  it('come whole, with their type, and are never to be stored', async () => {
    const response = await li.document(caseId, hash)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(content.length),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${hash}"`,
    })
    expect((await bytesOf(response)).equals(content)).toBe(true)
  })

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, undefined],
    ['bytes=-50', -50, undefined],
    ['bytes=10-99999999', 10, undefined],
  ])('come in the part that %s asks for', async (range, start, end) => {
    const response = await li.document(caseId, hash, { range })
    const expected = end === undefined ? content.subarray(start) : content.subarray(start, end + 1)
    expect(response.status).toBe(206)
    const from = start < 0 ? content.length + start : start
    expect(response.headers.get('content-range')).toBe(
      `bytes ${from}-${from + expected.length - 1}/${content.length}`,
    )
    expect((await bytesOf(response)).equals(expected)).toBe(true)
  })

  it('refuse a part that lies beyond the end', async () => {
    const response = await li.document(caseId, hash, { range: `bytes=${content.length}-` })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe(`bytes */${content.length}`)
    expect((await li.document(caseId, hash, { range: 'bytes=-0' })).status).toBe(416)
  })

  it.each(['bytes=0-1,4-5', 'bytes=5-2', 'bytes=-', 'lines=1-2', 'bytes=a-b'])(
    'come whole when %s cannot be served as one range',
    async (range) => {
      expect((await li.document(caseId, hash, { range })).status).toBe(200)
    },
  )

  it('resume only the same content, and are not sent to who has them', async () => {
    const resumed = await li.document(caseId, hash, { range: 'bytes=5-9', 'if-range': `"${hash}"` })
    expect(resumed.status).toBe(206)
    const changed = await li.document(caseId, hash, { range: 'bytes=5-9', 'if-range': '"another"' })
    expect(changed.status).toBe(200)
    expect((await li.document(caseId, hash, { 'if-none-match': `"${hash}"` })).status).toBe(304)
  })

  it('are not found under another hash', async () => {
    expect((await li.document(caseId, 'ab'.repeat(32))).status).toBe(404)
  })
})
