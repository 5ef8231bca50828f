import type { Protocol } from 'electron'
import { describe, expect, it } from 'vitest'
import { serveDocuments } from '../../../electron/main/documentProtocol'
import { documentUrl } from '../../../shared/ipc/documentUrl'

const CASE = '01999f3c-7a10-7cc1-8a55-0d5f5a1f0001'
const GOOD = `document://case/${CASE}/1/licence/original`

interface Desk {
  readonly signedIn?: boolean
  readonly mediaType?: string
  readonly missing?: boolean
  readonly broken?: boolean
  /** The case is neither held nor revealed. */
  readonly masked?: boolean
}

function serve({
  signedIn = true,
  mediaType = 'image/jpeg',
  missing = false,
  broken = false,
  masked = false,
}: Desk = {}) {
  const asked: unknown[] = []
  const judged: string[] = []
  let answer: (request: Request) => Promise<Response> = () => Promise.reject(new Error('not registered'))
  const protocol = {
    handle: (_scheme: string, handler: typeof answer) => {
      answer = handler
    },
  } as unknown as Protocol
  serveDocuments(protocol, {
    isSignedIn: () => signedIn,
    mayShow(caseId) {
      judged.push(caseId)
      return Promise.resolve(caseId === CASE && !masked)
    },
    show(request) {
      asked.push(request)
      if (broken) {
        return Promise.reject(new Error('no profile is open'))
      }
      return Promise.resolve(missing ? null : { bytes: new Uint8Array([1, 2, 3]), mediaType })
    },
  })
  return { asked, judged, get: (url: string, init?: RequestInit) => answer(new Request(url, init)) }
}

describe('document:', () => {
  it('serves a picture by its ids, uncached and as nothing but a picture', async () => {
    const { get, asked } = serve()
    const response = await get(GOOD)
    expect(response.status).toBe(200)
    expect(asked).toEqual([{ caseId: CASE, round: 1, documentId: 'licence', variant: 'original' }])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': 'app://desk',
      'content-security-policy': "default-src 'none'",
    })
  })

  it('serves nothing of a case that the person neither holds nor had revealed', async () => {
    const { get, asked } = serve({ masked: true })
    for (const url of [GOOD, `${GOOD}/2`, GOOD.replace('original', 'thumbnail')]) {
      expect((await get(url)).status).toBe(404)
    }
    expect(asked).toEqual([])
  })

  it('serves a page of a document by its number', async () => {
    const { get, asked } = serve()
    expect((await get(`${GOOD}/2`)).status).toBe(200)
    expect(
      (await get(documentUrl({ caseId: CASE, round: 1, documentId: 'licence' }, 'original', 100))).status,
    ).toBe(200)
    // The first page has one address, the thumbnail has no pages.
    expect(
      (await get(documentUrl({ caseId: CASE, round: 1, documentId: 'licence' }, 'original', 1))).status,
    ).toBe(200)
    expect(
      (await get(documentUrl({ caseId: CASE, round: 1, documentId: 'licence' }, 'thumbnail', 3))).status,
    ).toBe(200)
    const place = { caseId: CASE, round: 1, documentId: 'licence' }
    expect(asked).toEqual([
      { ...place, variant: 'original', page: 2 },
      { ...place, variant: 'original', page: 100 },
      { ...place, variant: 'original' },
      { ...place, variant: 'thumbnail' },
    ])
  })

  it.each([
    `document://case/${CASE}/1/licence/original/0`,
    `document://case/${CASE}/1/licence/original/1`,
    `document://case/${CASE}/1/licence/original/101`,
    `document://case/${CASE}/1/licence/original/-2`,
    `document://case/${CASE}/1/licence/original/2.5`,
    `document://case/${CASE}/1/licence/original/0x2`,
    `document://case/${CASE}/1/licence/original/2/3`,
    `document://case/${CASE}/1/licence/original/`,
    `document://case/${CASE}/1/licence/thumbnail/2`,
    `document://case/${CASE}/1/licence`,
    `document://case/${CASE}/licence/original`,
    `document://case/${CASE}/0/licence/original`,
    `document://case/${CASE}/-1/licence/original`,
    `document://case/${CASE}/1.5/licence/original`,
    `document://case/${CASE}/0x1/licence/original`,
    `document://case/${CASE}/100/licence/original`,
    `document://case/${CASE}/1/licence/original/more`,
    `document://case/${CASE}/1/licence/raw`,
    `document://case/../../etc/hosts`,
    `document://case/${CASE}/1/..%2f..%2fetc%2fhosts/originals`,
    `document://case/not-a-uuid/1/licence/original`,
    `document://case/${CASE}/1//original`,
    `document://case/${CASE}/1/${'x'.repeat(61)}/original`,
    `document://case/${CASE}/1/%/original`,
    `document://case/${CASE}/1/%ff/original`,
    `document://other/${CASE}/1/licence/original`,
    `document://case.evil.example/${CASE}/1/licence/original`,
  ])('answers %s with nothing and asks nobody', async (url) => {
    const { get, asked, judged } = serve()
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
    expect({ asked, judged }).toEqual({ asked: [], judged: [] })
  })

  it('answers nothing while nobody is signed in, and asks nobody', async () => {
    const { get, asked } = serve({ signedIn: false })
    expect((await get(GOOD)).status).toBe(404)
    expect(asked).toEqual([])
  })

  it('answers nothing but GET', async () => {
    const { get, asked } = serve()
    expect((await get(GOOD, { method: 'POST', body: 'x' })).status).toBe(404)
    expect(asked).toEqual([])
  })

  it('answers nothing for a document that is not here', async () => {
    expect((await serve({ missing: true }).get(GOOD)).status).toBe(404)
  })

  it.each(['text/html', 'image/svg+xml', 'application/pdf', 'image/tiff', 'image/heic', ''])(
    'never serves %s',
    async (mediaType) => {
      expect((await serve({ mediaType }).get(GOOD)).status).toBe(404)
    },
  )

  it('answers nothing when reading fails, for example while the profile is being closed', async () => {
    expect((await serve({ broken: true }).get(GOOD)).status).toBe(404)
  })
})
