import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  certificatePdf,
  certificatePicture,
  postCertificate,
  sendCertificate,
} from '../../helpers/issuedCertificates'
import {
  HOUR,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { openNoticeDesk, type NoticeDesk } from '../../helpers/serverNotices'
import { errorBodySchema } from '../../../shared/protocol/apiModels'
import { CERTIFICATE_LIMITS } from '../../../shared/protocol/limits'

const DAY = 24 * HOUR

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

describe.each(['embedded', 'postgres'] as const)(
  'certificates of approval (%s)',
  { timeout: TEST_TIMEOUT },
  (kind) => {
    let server: TestServer
    let desk: NoticeDesk

    beforeAll(async () => {
      server = await startTestServer(kind)
      desk = await openNoticeDesk(server, `certificates-${kind}`)
    }, START_TIMEOUT)
    afterAll(() => server.stop())

    /** A filing that waits for the administration's answer, or has it. */
    async function filing(answer: 'approved' | 'waiting' = 'approved') {
      const { caseId } = await desk.submitted()
      await desk.enter(desk.wang(), caseId, { kind: 'sms-sent' })
      await desk.enter(desk.wang(), caseId, { kind: 'sms-verified' })
      if (answer === 'approved') {
        await desk.enter(desk.wang(), caseId, await desk.approvalOf(caseId))
      }
      return desk.read(caseId)
    }

    const send = (orderNumber: string, bytes: Uint8Array, replaces?: string) =>
      sendCertificate(
        server,
        desk.wang(),
        { orderNumber, ...(replaces === undefined ? {} : { replaces }) },
        bytes,
      )

    async function storedDocuments(): Promise<string[]> {
      const found = await readdir(path.join(server.place.folder, 'documents'), { recursive: true })
      return found.map((name) => path.basename(name))
    }

    it('are kept with the case, beside its numbers, and read back by range and hash', async () => {
      const { id, orderNumber, version } = await filing()
      const bytes = certificatePdf()
      const sha256 = hashOf(bytes)
      expect(await send(orderNumber, bytes)).toEqual({
        status: 201,
        reply: { outcome: 'kept', caseId: id, sha256 },
      })
      const read = await desk.read(id)
      const approved = read.notices?.at(-1)
      expect(read.certificates).toEqual([
        {
          approval: approved?.caseVersion,
          round: 1,
          edition: 1,
          sha256,
          bytes: bytes.length,
          mediaType: 'application/pdf',
          receivedAt: new Date(server.now()).toISOString(),
          by: expect.any(String) as string,
        },
      ])
      expect(read).toMatchObject({ state: 'approved', version })
      expect(read.timeline.at(-1)).toMatchObject({ kind: 'certificate-received', round: 1 })
      const part = await desk.wang().document(id, sha256, { range: 'bytes=0-7' })
      expect(part.status).toBe(206)
      expect(part.headers.get('content-type')).toContain('application/pdf')
      expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 8))
      const auditor = await server.signIn('shen.ji')
      const { entries } = await auditor.granted('auditEntries', {
        query: { caseId: id, kind: 'certificate-received' },
      })
      expect(JSON.parse(entries[0]?.detail ?? '{}')).toMatchObject({ sha256, edition: 1 })
    })

    it('come twice without effect, and are replaced only where the one seen is named', async () => {
      const { id, orderNumber } = await filing()
      const first = certificatePdf('first')
      const second = certificatePdf('second')
      await send(orderNumber, first)
      const before = await desk.read(id)
      expect((await send(orderNumber, first)).reply).toMatchObject({ outcome: 'twice' })
      expect(await desk.read(id)).toEqual(before)
      const another = { status: 422, reply: { outcome: 'refused', code: 'another-kept' } }
      expect(await send(orderNumber, second)).toEqual(another)
      expect(await send(orderNumber, second, 'ab'.repeat(32))).toEqual(another)
      expect((await send(orderNumber, second, hashOf(first))).reply).toMatchObject({ outcome: 'kept' })
      const { certificates, timeline } = await desk.read(id)
      expect(certificates?.map(({ edition, sha256 }) => [edition, sha256])).toEqual([
        [1, hashOf(first)],
        [2, hashOf(second)],
      ])
      expect(timeline.at(-1)?.kind).toBe('certificate-replaced')
      // The list that brought the first one can be taken in again.
      expect((await send(orderNumber, first)).reply).toMatchObject({ outcome: 'twice' })
      expect(await send(orderNumber, certificatePdf('third'), hashOf(first))).toEqual(another)
    })

    it('that two people send at once are kept once', async () => {
      const { id, orderNumber } = await filing()
      const replies = await Promise.all(
        ['one', 'two', 'three'].map((words) => send(orderNumber, certificatePdf(words))),
      )
      expect(replies.map(({ reply }) => reply.outcome).sort()).toEqual(['kept', 'refused', 'refused'])
      expect((await desk.read(id)).certificates).toHaveLength(1)
    })

    it('belong to an approval, and what is refused is not stored', async () => {
      const waiting = await filing('waiting')
      const bytes = certificatePdf('too early')
      expect((await send(waiting.orderNumber, bytes)).reply).toEqual({
        outcome: 'refused',
        code: 'not-approved',
      })
      expect((await send('BA-NOT-KNOWN', bytes)).reply).toEqual({ outcome: 'refused', code: 'unknown-order' })
      expect(await storedDocuments()).not.toContain(hashOf(bytes))
      expect((await desk.read(waiting.id)).certificates).toBeUndefined()
    })

    it('are what their bytes say: PDF, JPEG and PNG', async () => {
      const { orderNumber } = await filing()
      const png = await certificatePicture('png')
      const cut = (await certificatePicture('jpeg')).subarray(0, 90)
      const table: ReadonlyArray<readonly [Uint8Array, string]> = [
        [Buffer.alloc(0), 'empty'],
        [Buffer.alloc(CERTIFICATE_LIMITS.bytes + 1, certificatePdf()), 'too-large'],
        [Buffer.from('certificate'), 'format'],
        [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'format'],
        [await certificatePicture('webp'), 'format'],
        [cut, 'damaged'],
        [pdfWith('/Encrypt 9 0 R'), 'encrypted'],
      ]
      for (const [bytes, code] of table) {
        expect(await send(orderNumber, bytes), code).toEqual({
          status: 422,
          reply: { outcome: 'refused', code },
        })
        expect(await storedDocuments()).not.toContain(hashOf(bytes))
      }
      expect((await send(orderNumber, png)).reply).toMatchObject({ outcome: 'kept' })
    })

    it('are for supervisors, and a malformed request is refused before its bytes count', async () => {
      const { id, orderNumber } = await filing()
      const bytes = certificatePdf()
      await send(orderNumber, bytes)
      for (const client of [desk.li(), await server.signIn('gao.yan'), await server.signIn('shen.ji')]) {
        expect((await postCertificate(server, client, { orderNumber }, bytes)).status).toBe(403)
        expect((await client.document(id, hashOf(bytes))).status).toBe(403)
      }
      expect((await postCertificate(server, server.visitor(), { orderNumber }, bytes)).status).toBe(401)
      const wrong: ReadonlyArray<Readonly<Record<string, string>>> = [
        {},
        { orderNumber: 'x' },
        { orderNumber, replaces: 'ab' },
        { orderNumber, more: '1' },
      ]
      for (const query of wrong) {
        expect((await postCertificate(server, desk.wang(), query, bytes)).status).toBe(400)
      }
      const json = await postCertificate(
        server,
        desk.wang(),
        { orderNumber },
        Buffer.from('{}'),
        'application/json',
      )
      expect(json.status).toBe(400)
      const huge = Buffer.alloc(2 * CERTIFICATE_LIMITS.bytes + 1)
      const large = await postCertificate(server, desk.wang(), { orderNumber }, huge)
      expect([large.status, errorBodySchema.parse(await large.json()).error.code]).toEqual([413, 'too-large'])
    })

    it('stay while they are referred to, and leave with the case on the day the policy says', async () => {
      const { id, orderNumber } = await filing()
      const bytes = certificatePdf('to be purged')
      const sha256 = hashOf(bytes)
      await send(orderNumber, bytes)
      server.advance(3 * DAY)
      await server.housekeeping()
      expect(await storedDocuments()).toContain(sha256)
      server.advance(366 * DAY)
      await server.housekeeping()
      await server.housekeeping()
      await desk.renew()
      expect((await desk.wang().document(id, sha256)).status).toBe(404)
      expect(await storedDocuments()).not.toContain(sha256)
      expect((await send(orderNumber, bytes)).reply).toEqual({ outcome: 'refused', code: 'unknown-order' })
    })
  },
)

/** A document with a further entry in its trailer. */
function pdfWith(entry: string): Buffer {
  return Buffer.from(certificatePdf().toString('latin1').replace('/Root', `${entry}/Root`), 'latin1')
}
