import { strToU8 } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bmpPicture, heicPicture } from '../../helpers/formatPictures'
import { pdfDocument } from '../../helpers/pdfDocuments'
import { looseBundle, overwrite, pack } from '../../helpers/serverArchives'
import type { TestClient } from '../../helpers/serverClient'
import { START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'

const ID = /^[0-9a-f-]{36}$/

/** What looks odd and is harmless is taken, so that careful checks do not turn honest applicants away. */
describe('Odd but good bundles', () => {
  let server: TestServer
  let supervisor: TestClient

  beforeAll(async () => {
    server = await startTestServer('postgres')
    supervisor = await server.signIn('wang.lei')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function accepted(zip: Uint8Array): Promise<string> {
    const { reply } = await server.send(zip)
    if (reply.outcome === 'refused') {
      throw new Error(JSON.stringify(reply.problems))
    }
    return reply.caseId
  }

  it('ignores what packers of macOS add', async () => {
    const bundle = await looseBundle('litter')
    expect(
      await accepted(
        pack(bundle, { '__MACOSX/._filing.json': strToU8('x'), 'documents/.DS_Store': strToU8('x') }),
      ),
    ).toMatch(ID)
  })

  it('takes a bundle packed inside one folder', async () => {
    const bundle = await looseBundle('wrapped')
    const manifest = strToU8(JSON.stringify(bundle.manifest))
    const wrapped = Object.fromEntries(
      Object.entries(bundle.files).map(([name, file]) => [`备案/${name}`, file]),
    )
    const { zipSync } = await import('fflate')
    expect(
      await accepted(zipSync({ '备案/': new Uint8Array(0), '备案/filing.json': manifest, ...wrapped })),
    ).toMatch(ID)
  })

  it('takes a manifest with a byte order mark', async () => {
    const bundle = await looseBundle('bom')
    expect(
      await accepted(pack(bundle, { 'filing.json': strToU8(`\ufeff${JSON.stringify(bundle.manifest)}`) })),
    ).toMatch(ID)
  })

  it('takes a picture for what it is, whatever its name says', async () => {
    const bundle = await looseBundle('renamed')
    const [jpeg, webp] = Object.keys(bundle.files)
    const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
    const caseId = await accepted(
      pack(bundle, {
        [jpeg ?? '']: await picture.clone().png().toBuffer(),
        [webp ?? '']: await picture.clone().webp().toBuffer(),
      }),
    )
    const filingCase = await supervisor.granted('case', { params: { caseId } })
    const types = filingCase.rounds[0]?.documents.map((document) => document.mediaType)
    expect(types?.slice(0, 3)).toEqual(['image/png', 'image/webp', 'image/jpeg'])
  })

  it.each([
    [
      'image/tiff',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
          .tiff()
          .toBuffer(),
    ],
    ['image/bmp', () => Promise.resolve(bmpPicture({ bits: 8 }))],
    ['image/heic', () => Promise.resolve(heicPicture())],
    ['application/pdf', () => Promise.resolve(pdfDocument())],
  ])('takes %s', async (mediaType, make) => {
    const bundle = await looseBundle(mediaType)
    const [first = ''] = Object.keys(bundle.files)
    const caseId = await accepted(pack(bundle, { [first]: await make() }))
    const filingCase = await supervisor.granted('case', { params: { caseId } })
    expect(filingCase.rounds[0]?.documents[0]?.mediaType).toBe(mediaType)
  })

  it('reads names that Windows wrote in GB 18030', async () => {
    const bundle = await looseBundle('gbk')
    const [first, ...rest] = bundle.manifest.documents
    const old = first?.file ?? ''
    const documents = [{ ...first, file: 'documents/执照.jpg' }, ...rest]
    const files = Object.fromEntries(
      Object.entries(bundle.files).map(([name, file]) => [name === old ? 'documents/ABCD.jpg' : name, file]),
    )
    const zip = pack({ ...bundle, files }, {}, { ...bundle.manifest, documents })
    // 执照 in GB 18030
    expect(
      await accepted(overwrite(zip, 'documents/ABCD.jpg', 'documents/\u00d6\u00b4\u00d5\u00d5.jpg')),
    ).toMatch(ID)
  })

  it('keeps markup and SQL in texts as they came', async () => {
    const bundle = await looseBundle('hostile')
    const name = `<img src=x onerror=alert(1)>'); DROP TABLE filing_case; --`
    const { application } = bundle.manifest
    const manifest = {
      ...bundle.manifest,
      application: { ...application, entity: { ...application.entity, name } },
    }
    const caseId = await accepted(pack(bundle, {}, manifest))
    const filingCase = await supervisor.granted('case', { params: { caseId } })
    expect(filingCase.rounds[0]?.application.entity.name).toBe(name)
    const { rows } = await supervisor.granted('feed', { query: { after: 0 } })
    expect(rows.find((row) => row.id === caseId)?.entityName).toBe(name)
  })
})
