import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { askingDesk, enrolmentRequest, type AskingDesk } from '../../helpers/enrolmentRequests'
import { receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import {
  PASSWORD as ACCOUNT_PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { HUMAN_LINE } from '../../helpers/serverRulePack'
import { createNetwork } from '../../unit/workflows/support/network'
import { createTestDesk, type TestDesk } from '../../unit/workflows/support/testDesk'
import { takeBundle, writeBundle } from '../../../cli/carry/carryRequests'
import { enrol } from '../../../cli/carry/enrol'
import { carryCodec, sealForKey } from '../../../electron/common/crypto/carrySeal'
import { packCrypto } from '../../../electron/common/crypto/packCrypto'
import { createReviewServerClient } from '../../../electron/main/reviewServerClient'
import { BEGINNING } from '../../../shared/audit/auditCrypto'
import { countersignatureMessage, serverHeadMessage } from '../../../shared/audit/signedHeads'
import type { CarryHeader } from '../../../shared/protocol/carry'
import { carryLine, carryMessage, packCarry, readCarryLine } from '../../../shared/protocol/carryFile'
import { enrolmentRequestSchema, type Enrolment } from '../../../shared/protocol/enrolment'
import { keyFingerprint } from '../../../shared/protocol/keyFingerprint'
import { LINES } from './sampleData'

const PASSPHRASE = 'four words nobody says'
const NEVER = () => Promise.reject(new Error('Nobody is asked here'))

/** A desk that no network reaches, a real server, and a supervisor between them with a stick and a telephone. */
describe('Enrolment by file', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let auditor: TestClient
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-enrolment-'))
  let files = 0

  beforeAll(async () => {
    server = await startTestServer('postgres')
    auditor = await server.signIn('shen.ji')
  }, START_TIMEOUT)
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  const supervisor = () => ({ url: server.url, username: 'wang.lei', password: ACCOUNT_PASSWORD })
  const newFile = () => path.join(folder, String((files += 1)))
  const now = () => new Date(server.now()).toISOString()

  /** The whole workstation at the end of a line that is cut from the beginning. */
  async function placeDesk(home?: string) {
    const network = createNetwork(createReviewServerClient({ baseUrl: server.url, fetch }))
    network.cut()
    const desk = await createTestDesk({
      network,
      rulePacks: new Map(),
      now,
      ...(home === undefined ? {} : { folder: home }),
    })
    onTestFinished(async () => {
      await desk.close()
      await desk.remove()
    })
    return { desk, network }
  }

  const stateOf = (desk: TestDesk) => desk.call('session.read', {})

  async function begin(desk: TestDesk, username = 'li.na'): Promise<string> {
    const session = await desk.call('session.beginEnrolment', { username, passphrase: PASSPHRASE })
    return session.state === 'enrolling' ? session.fingerprint : expect.unreachable(session.state)
  }

  /** The request as it lies on the stick. */
  async function requestFile(desk: TestDesk): Promise<string> {
    await desk.call('session.saveEnrolmentRequest', {})
    const file = newFile()
    await writeFile(file, desk.savedTexts().at(-1) ?? '')
    return file
  }

  /** At the server's side: the reply, and what the command tells the supervisor of the server's key. */
  async function answer(file: string, fingerprint: string) {
    const reply = newFile()
    const told = await enrol(supervisor(), { file, reply, fingerprint }, NEVER)
    return { reply: await readFile(reply), serverPrint: told.split(' ').at(-1) ?? '' }
  }

  async function take(desk: TestDesk, reply: Uint8Array, fingerprint: string) {
    desk.stick.file = reply
    return desk.call('session.takeEnrolmentReply', { fingerprint })
  }

  async function enrolled(username = 'li.na') {
    const { desk, network } = await placeDesk()
    const fingerprint = await begin(desk, username)
    const { reply, serverPrint } = await answer(await requestFile(desk), fingerprint)
    expect(await take(desk, reply, serverPrint)).toEqual({ outcome: 'enrolled' })
    await desk.call('session.unlock', { password: PASSPHRASE })
    return { desk, network, reply, serverPrint }
  }

  it('makes a desk known that never meets a network, and cases go there and back', async () => {
    const first = await placeDesk()
    const fingerprint = await begin(first.desk)
    const file = await requestFile(first.desk)
    const request = enrolmentRequestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    expect(request.username).toBe('li.na')
    expect(JSON.stringify(request)).not.toContain(PASSPHRASE)
    expect(keyFingerprint(request.publicKey, packCrypto)).toBe(fingerprint)
    expect(await first.desk.ask('queue.facets', {})).toMatchObject({
      ok: false,
      error: { code: 'not-signed-in' },
    })

    // Days pass; the machine is switched off and on.
    await first.desk.close()
    const { desk, network } = await placeDesk(first.desk.folder)
    await expect(desk.signIn('li.na', 'another passphrase')).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    expect(await desk.signIn('li.na', PASSPHRASE)).toMatchObject({ state: 'enrolling', fingerprint })

    const { reply, serverPrint } = await answer(await requestFile(desk), fingerprint)
    for (const private_ of ['li.na', '李娜', 'reviewer']) {
      expect(reply.includes(private_)).toBe(false)
    }
    // As people type: small letters, spaces for dashes.
    const typed = serverPrint.toLowerCase().replaceAll('-', ' ')
    expect(await take(desk, reply, typed)).toEqual({ outcome: 'enrolled' })
    expect(await stateOf(desk)).toMatchObject({ state: 'locked', displayName: '李娜', by: 'file' })
    await expect(desk.call('session.unlock', { password: 'guess' })).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    expect(await desk.call('session.unlock', { password: PASSPHRASE })).toMatchObject({
      state: 'signed-in',
      by: 'file',
      user: { username: 'li.na', displayName: '李娜', role: 'reviewer' },
    })
    const { deviceId, isReady } = await desk.call('sync.carryState', {})
    expect([deviceId, isReady]).toEqual([request.deviceId, true])

    await receiveFiling(server, { seed: 'enrolled-1', entityKind: 'individual' })
    const out = { username: 'li.na', deviceId, hours: 72, reservations: 1 }
    desk.stick.file = (await writeBundle(supervisor(), out)).bytes
    expect(await desk.call('sync.carryIn', {})).toMatchObject({ outcome: 'taken', cases: 1 })
    const caseId = await escalateReserved(desk)
    expect(await desk.call('sync.carryOut', {})).toMatchObject({ commands: 1 })
    const back = desk.stick.file
    expect(await takeBundle(supervisor(), back)).toMatchObject({ displayName: '李娜', applied: 1 })
    const lead = await server.signIn('wang.lei')
    expect((await lead.granted('case', { params: { caseId } })).state).toBe('escalated')

    // Nothing has ever come through the line, and the chains of both sides are whole and hang together.
    expect(network.calls.filter((call) => !['signIn', 'signInWays', 'signOut'].includes(call))).toEqual([])
    const { entries } = await auditor.granted('auditEntries', { query: { chain: deviceId } })
    expect(entries.map(({ kind }) => kind)).toContain('desk-enrolled')
    expect((await auditor.granted('auditState')).faults).toEqual([])
  })

  async function escalateReserved(desk: TestDesk): Promise<string> {
    const drawn = await desk.data.drawReserved({ now: now() })
    const caseId = drawn.ok ? drawn.value.caseId : expect.unreachable(drawn.error)
    const [line = expect.unreachable()] = LINES
    const answers = [{ lineId: HUMAN_LINE, verdict: 'ok' as const }]
    await desk.data.saveDraft({
      caseId,
      draft: { answers, reasons: [], internalNote: '看不清' },
      now: now(),
    })
    const decided = await desk.data.decide({
      ...{ commandId: crypto.randomUUID(), caseId, verdict: 'escalate', internalNote: '看不清', reasons: [] },
      ...{ lines: [{ ...line, id: HUMAN_LINE }], carried: [], now: now() },
    })
    expect(decided.ok).toBe(true)
    return caseId
  }

  it('asks for the passphrase once more when the desk later meets the network', async () => {
    const { desk, network } = await enrolled('zhang.wei')
    await desk.call('session.signOut', {})
    expect(await desk.signIn('zhang.wei', PASSPHRASE)).toMatchObject({ state: 'signed-in', by: 'file' })
    await desk.call('session.signOut', {})
    network.restore()
    await expect(desk.signIn('zhang.wei', ACCOUNT_PASSWORD)).rejects.toMatchObject({
      failure: { code: 'former-password' },
    })
    const request = { username: 'zhang.wei', password: ACCOUNT_PASSWORD, formerPassword: PASSPHRASE }
    expect(await desk.call('session.signIn', request)).toMatchObject({ state: 'signed-in', by: 'password' })
    // The server knows the desk as the one that it enrolled.
    const { deviceId } = await desk.call('sync.carryState', {})
    const zhang = await server.signIn('zhang.wei')
    const exchanged = await zhang.granted('exchangeAudit', { body: await desk.data.auditToSend() })
    expect(await desk.data.settleAudit(exchanged)).toMatchObject({ problem: null })
    const { devices } = await auditor.granted('auditState')
    expect(devices.find(({ id }) => id === deviceId)).toMatchObject({
      person: { displayName: '张伟' },
      refused: null,
    })
  })

  it('changes the passphrase on the spot, as no server has to be asked', async () => {
    const { desk } = await enrolled()
    const change = { password: PASSPHRASE, newPassword: 'four other words here' }
    await desk.call('session.changePassword', change)
    await desk.call('session.lock', {})
    await expect(desk.call('session.unlock', { password: PASSPHRASE })).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    await desk.call('session.unlock', { password: change.newPassword })
  })

  it('enrols no machine whose screen shows another fingerprint than was told', async () => {
    const { desk } = await placeDesk()
    const fingerprint = await begin(desk)
    const forged = newFile()
    await writeFile(forged, JSON.stringify(enrolmentRequest(askingDesk(), 'li.na')))
    const before = (await auditor.granted('auditState')).devices.length
    await expect(answer(forged, fingerprint)).rejects.toThrow('not of the machine with that fingerprint')
    // Asked for, the supervisor is shown who asks, and never what the file itself would prove.
    const shown: string[] = []
    const order = { file: forged, reply: newFile(), fingerprint: null }
    const asking = enrol(supervisor(), order, (question) => {
      shown.push(question)
      return Promise.resolve(fingerprint)
    })
    await expect(asking).rejects.toThrow('nothing was changed')
    const { publicKey } = enrolmentRequestSchema.parse(JSON.parse(await readFile(forged, 'utf8')))
    expect(shown.join('')).toContain('li.na')
    expect(shown.join('')).not.toContain(keyFingerprint(publicKey, packCrypto))
    const noRequest = newFile()
    await writeFile(noRequest, '{"format":"something else"}')
    await expect(answer(noRequest, fingerprint)).rejects.toThrow('no enrolment request')
    expect((await auditor.granted('auditState')).devices).toHaveLength(before)
  })

  describe('a desk that waits', () => {
    /** It goes on waiting after each refusal, and nothing of the reply is in it. */
    async function expectRefused(desk: TestDesk, reply: Uint8Array, print: string, problem?: string) {
      const taken = await take(desk, reply, print)
      expect(taken).toMatchObject({ outcome: 'refused', ...(problem === undefined ? {} : { problem }) })
      expect(await stateOf(desk)).toMatchObject({ state: 'enrolling' })
      expect(await desk.data.readSession()).toBeNull()
      expect((await desk.data.carryState()).isReady).toBe(false)
    }

    it('takes no reply that is changed, cut off, lengthened, or for another machine', async () => {
      const { desk } = await placeDesk()
      const { reply, serverPrint } = await answer(await askingFile(), otherPrint)
      const fingerprint = await begin(desk)
      await expectRefused(desk, reply, serverPrint, 'other-machine')
      const own = await answer(await requestFile(desk), fingerprint)
      const places = Array.from({ length: 25 }, (_, index) =>
        Math.floor((index / 24) * (own.reply.length - 1)),
      )
      for (const place of places) {
        const changed = Uint8Array.from(own.reply, (byte, index) => (index === place ? byte ^ 1 : byte))
        await expectRefused(desk, changed, serverPrint)
      }
      for (const length of [0, 1, 100, 170, own.reply.length - 1]) {
        await expectRefused(desk, own.reply.subarray(0, length), serverPrint)
      }
      await expectRefused(desk, Buffer.concat([own.reply, Buffer.from('x')]), serverPrint, 'damaged')
      await expectRefused(desk, Buffer.from('a text of somebody'), serverPrint, 'not-a-reply')
      expect(await take(desk, own.reply, serverPrint)).toEqual({ outcome: 'enrolled' })
    })

    const stranger: AskingDesk = askingDesk()
    const otherPrint = keyFingerprint(stranger.signer.publicKey, packCrypto)
    async function askingFile(): Promise<string> {
      const file = newFile()
      await writeFile(file, JSON.stringify(enrolmentRequest(stranger, 'li.na')))
      return file
    }

    /** A server of somebody else that does everything else right. */
    async function forge(desk: TestDesk, changes: Partial<Enrolment> = {}, signer = askingDesk().signer) {
      const { request } = await desk.data.enrolmentRequest({ username: 'li.na', now: now() })
      const { deviceId, publicKey } = request
      const id = crypto.randomUUID()
      const head = { sequence: 1, hash: 'ab'.repeat(32), at: now() }
      const counted = { deviceId, sequence: 0, hash: BEGINNING, at: now() }
      const content: Enrolment = {
        madeAt: now(),
        server: { id, publicKey: signer.publicKey },
        user: { id: crypto.randomUUID(), username: 'li.na', displayName: '李娜', role: 'reviewer' },
        reservations: 6,
        countersignature: { ...counted, signature: signer.sign(countersignatureMessage(id, counted)) },
        serverHead: { ...head, signature: signer.sign(serverHeadMessage(id, head)) },
        ...changes,
      }
      const header: CarryHeader = {
        direction: 'enrolment',
        serverId: content.server.id,
        accountId: content.user.id,
        deviceId,
      }
      const text = JSON.stringify(content)
      const signature = signer.sign(carryMessage(header, text, carryCodec))
      const sealed = await sealForKey(packCarry(text, signature, [], carryCodec), publicKey)
      return {
        reply: Buffer.concat([Buffer.from(carryLine(header)), sealed]),
        print: keyFingerprint(signer.publicKey, packCrypto),
        header,
        sealed,
      }
    }

    it('trusts the server alone whose fingerprint was typed, and takes what it signed for this person', async () => {
      const { desk } = await placeDesk()
      const fingerprint = await begin(desk)
      const { reply, serverPrint } = await answer(await requestFile(desk), fingerprint)
      const forged = await forge(desk)
      await expectRefused(desk, forged.reply, serverPrint, 'other-server')
      await expectRefused(desk, reply, forged.print, 'other-server')
      // It names the real key and is signed by another one.
      const { devices: _, server: real } = await auditor.granted('auditState')
      const named = await forge(desk, { server: real })
      await expectRefused(desk, named.reply, serverPrint, 'not-signed')
      const line = carryLine({ ...forged.header, accountId: crypto.randomUUID() })
      const relabelled = Buffer.concat([Buffer.from(line), forged.sealed])
      await expectRefused(desk, relabelled, forged.print, 'not-signed')

      const user = { id: crypto.randomUUID(), username: 'zhang.wei', displayName: '张伟' } as const
      const colleague = await forge(desk, { user: { ...user, role: 'reviewer' } })
      await expectRefused(desk, colleague.reply, colleague.print, 'other-person')
      expect(await desk.ask('session.takeEnrolmentReply', { fingerprint: 'ABCD' })).toMatchObject({
        ok: false,
        error: { code: 'invalid-request' },
      })
      desk.stick.file = null
      expect(await desk.call('session.takeEnrolmentReply', { fingerprint: serverPrint })).toEqual({
        outcome: 'cancelled',
      })
      expect(await take(desk, reply, serverPrint)).toEqual({ outcome: 'enrolled' })
    })

    it('takes no bundle for a reply, and no reply for a bundle or twice', async () => {
      const { desk, reply, serverPrint } = await enrolled()
      const { deviceId } = await desk.call('sync.carryState', {})
      expect(await desk.ask('session.takeEnrolmentReply', { fingerprint: serverPrint })).toMatchObject({
        ok: false,
        error: { code: 'invalid-request' },
      })
      const again = { bytes: reply, username: 'li.na', fingerprint: serverPrint, now: now() }
      expect(await desk.data.takeEnrolment(again)).toEqual({ ok: false, error: 'already-enrolled' })
      desk.stick.file = reply
      expect(await desk.call('sync.carryIn', {})).toEqual({ outcome: 'refused', problem: 'other-direction' })
      await expect(takeBundle(supervisor(), reply)).rejects.toThrow('other-direction')

      const out = { username: 'li.na', deviceId, hours: 1, reservations: 0 }
      const { bytes } = await writeBundle(supervisor(), out)
      const waiting = await placeDesk()
      await begin(waiting.desk)
      await expectRefused(waiting.desk, bytes, serverPrint, 'other-direction')
      expect(readCarryLine(bytes)?.header.deviceId).toBe(deviceId)
    })

    it('can be given up, which leaves nothing behind and makes the reply useless', async () => {
      const { desk } = await placeDesk()
      const fingerprint = await begin(desk)
      const { reply, serverPrint } = await answer(await requestFile(desk), fingerprint)
      expect(await desk.call('session.giveUpEnrolment', {})).toMatchObject({
        state: 'signed-out',
        lastUsername: 'li.na',
      })
      await expect(desk.signIn('li.na', PASSPHRASE)).rejects.toMatchObject({
        failure: { code: 'offline-sign-in-impossible' },
      })
      expect(await begin(desk)).not.toBe(fingerprint)
      await expectRefused(desk, reply, serverPrint, 'other-machine')
    })

    it('begins anew for whoever forgot the passphrase, and never in place of somebody’s work', async () => {
      const { desk, network } = await placeDesk()
      const first = await begin(desk)
      await desk.call('session.signOut', {})
      const anew = { username: 'li.na', passphrase: 'another four words' }
      const session = await desk.call('session.beginEnrolment', anew)
      expect(session).toMatchObject({ state: 'enrolling' })
      expect(session).not.toMatchObject({ fingerprint: first })

      // A stranger at the machine has begun in her name; with a network she comes in by her own password.
      network.restore()
      expect(await desk.signIn('li.na', ACCOUNT_PASSWORD)).toMatchObject({ state: 'signed-in' })
      await desk.call('session.signOut', {})
      network.cut()
      expect(await desk.ask('session.beginEnrolment', anew)).toMatchObject({
        ok: false,
        error: { code: 'already-enrolled' },
      })
      expect(await desk.signIn('li.na', ACCOUNT_PASSWORD)).toMatchObject({ state: 'signed-in' })
    })

    it('is refused where the passphrase is too short', async () => {
      const { desk } = await placeDesk()
      const short = { username: 'li.na', passphrase: 'eleven char' }
      expect(await desk.ask('session.beginEnrolment', short)).toMatchObject({
        ok: false,
        error: { code: 'invalid-request' },
      })
      expect(await stateOf(desk)).toMatchObject({ state: 'signed-out' })
    })
  })

  it('logs nobody’s name, key or file', () => {
    expect(server.log()).not.toMatch(/li\.na|李娜|enrolment-request/)
    expect(readFileSync(path.join(folder, '1'), 'utf8')).toContain('li.na')
  })
})
