import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificatePdf } from '../../helpers/issuedCertificates'
import { openNoticeDesk, type NoticeDesk } from '../../helpers/serverNotices'
import {
  HOUR,
  MINUTE,
  PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'
import { FEEDBACK, SMS_RESULTS, type ListKind } from '../../../cli/lists/listKinds'
import { readListOptions } from '../../../cli/lists/listOptions'
import { takeList } from '../../../cli/lists/takeList'
import { chinaIso } from '../../../shared/calendar/chinaTime'

const ROOT = path.resolve(import.meta.dirname, '../../..')

describe('Lists from the command line', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let desk: NoticeDesk
  let file: string

  beforeAll(async () => {
    server = await startTestServer('embedded')
    desk = await openNoticeDesk(server, 'list-commands')
    file = path.join(server.place.folder, 'list.csv')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function take<Item, Answer>(
    kind: ListKind<Item, Answer>,
    list: string,
    { dry = false, user = 'wang.lei', password = PASSWORD, at = server.url } = {},
  ) {
    await writeFile(file, list)
    const options = { server: at, user, 'dry-run': dry, file }
    return takeList(kind, options, () => Promise.resolve(password))
  }

  async function verifying() {
    const { caseId } = await desk.submitted()
    await desk.report(caseId, { kind: 'sms-sent' })
    server.advance(HOUR)
    return desk.read(caseId)
  }

  it('tries SMS results, takes them in, and takes them in once', async () => {
    const { id, orderNumber } = await verifying()
    const at = chinaIso(server.now() - MINUTE)
    const list = `订单号,手机号,结果,时间\n${orderNumber},,已核验,${at}\nBA-NOT-KNOWN,13800138000,已核验,${at}\n`
    expect(await take(SMS_RESULTS, list, { dry: true })).toEqual({
      ok: true,
      value: {
        isWhole: false,
        told: [
          'entry 2 BA-NOT-KNOWN: unknown-order',
          'tried, nothing was changed: applied 1, unknown-order 1',
        ],
      },
    })
    expect(await desk.read(id)).toMatchObject({ state: 'sms-verification' })
    const known = list.split('\n').slice(0, 2).join('\n')
    const taken = await take(SMS_RESULTS, known)
    expect(taken).toEqual({ ok: true, value: { isWhole: true, told: ['taken in: applied 1'] } })
    expect(await desk.read(id)).toMatchObject({ state: 'administration-review' })
    expect(await take(SMS_RESULTS, known)).toEqual({
      ok: true,
      value: { isWhole: true, told: ['taken in: twice 1'] },
    })
  })

  it('takes in answers of the administration, and says of which line what is wrong', async () => {
    const { id, orderNumber } = await verifying()
    await desk.report(id, { kind: 'sms-verified' })
    const at = chinaIso(server.now())
    const head = '订单号,结果,时间,原因代码,字段,驳回原因'
    const list = `${head}\n${orderNumber},驳回,${at},,application,网站名称不符\nBA-NOT-KNOWN,驳回,${at},,application,不符\n`
    expect(await take(FEEDBACK, list)).toEqual({
      ok: true,
      value: {
        isWhole: false,
        told: ['line 3 BA-NOT-KNOWN: unknown-order', 'taken in: applied 1, unknown-order 1'],
      },
    })
    expect(await desk.read(id)).toMatchObject({ state: 'rejected' })
  })

  describe('with certificates', () => {
    async function waiting() {
      const { id, orderNumber } = await verifying()
      await desk.report(id, { kind: 'sms-verified' })
      const { numbers } = await desk.approvalOf(id)
      const services = (numbers?.services ?? []).map(({ number }) => number).join(';')
      const at = chinaIso(server.now())
      return { id, row: `${orderNumber},通过,${at},${numbers?.entity ?? ''},${services}`, orderNumber }
    }

    const HEAD = '订单号,结果,时间,主体备案号,服务备案号,备案证书'
    const takePlace = (place: string, dry = false) =>
      takeList(FEEDBACK, { server: server.url, user: 'wang.lei', 'dry-run': dry, file: place }, () =>
        Promise.resolve(PASSWORD),
      )

    it.each(['folder', 'zip'] as const)(
      'in a %s are tried, kept once, and refused one by one',
      async (form) => {
        const good = await waiting()
        const bad = await waiting()
        const gone = await waiting()
        const files: Readonly<Record<string, Buffer>> = {
          'results.csv': Buffer.from(
            `${HEAD}\n${good.row},证书.pdf\n${bad.row},note.txt\n${gone.row},missing.pdf\n`,
          ),
          '证书.pdf': certificatePdf(form),
          'note.txt': Buffer.from('no certificate'),
        }
        const place = await put(form, files)
        const told = (sums: string, rows: string) => ({
          ok: true,
          value: {
            isWhole: false,
            told: [
              rows,
              `line 3 ${bad.orderNumber}: certificate format`,
              `line 4 ${gone.orderNumber}: certificate missing`,
              `certificates: ${sums}, format 1, missing 1`,
            ],
          },
        })
        expect(await takePlace(place, true)).toEqual(told('fits 1', 'tried, nothing was changed: applied 3'))
        expect(await desk.read(good.id)).toMatchObject({ state: 'administration-review' })
        expect(await takePlace(place)).toEqual(told('kept 1', 'taken in: applied 3'))
        expect((await desk.read(good.id)).certificates).toHaveLength(1)
        expect(await desk.read(bad.id)).toMatchObject({ state: 'approved' })
        expect((await desk.read(bad.id)).certificates).toBeUndefined()
        expect(await takePlace(place)).toEqual(told('twice 1', 'taken in: twice 3'))
        await rm(place, { recursive: true })
      },
    )

    it('beside a list by itself are found, and others of the same approval refused', async () => {
      const { row, id, orderNumber } = await waiting()
      const place = await put('folder', {
        'results.csv': Buffer.from(`${HEAD}\n${row},a.pdf\n`),
        'a.pdf': certificatePdf('a'),
      })
      const list = path.join(place, 'results.csv')
      expect(await takePlace(list)).toEqual({
        ok: true,
        value: { isWhole: true, told: ['taken in: applied 1', 'certificates: kept 1'] },
      })
      await writeFile(path.join(place, 'a.pdf'), certificatePdf('another'))
      expect(await takePlace(list)).toMatchObject({
        value: {
          isWhole: false,
          told: [
            'taken in: twice 1',
            `line 2 ${orderNumber}: certificate another-kept`,
            'certificates: another-kept 1',
          ],
        },
      })
      expect((await desk.read(id)).certificates).toHaveLength(1)
      // In a folder of their own, files that no line names are told, without their names.
      await writeFile(path.join(place, '张三.pdf'), certificatePdf('a'))
      const whole = await takePlace(place)
      expect(whole.ok && whole.value.told).toContain('files that no line names: 1')
      expect(JSON.stringify(whole)).not.toContain('张三')
      await rm(place, { recursive: true })
    })

    it('are not sent where the answer was not taken in, and without one list nothing is', async () => {
      const { row, id } = await waiting()
      const wrong = row.replaceAll('浙ICP', '粤ICP')
      const files = { 'results.csv': Buffer.from(`${HEAD}\n${wrong},a.pdf\n`), 'a.pdf': certificatePdf() }
      const place = await put('folder', files)
      const taken = await takePlace(place)
      expect(taken.ok && taken.value.told.at(-1)).toBe('certificates: not-sent 1')
      expect((await desk.read(id)).certificates).toBeUndefined()
      await writeFile(path.join(place, 'second.csv'), '')
      expect(await takePlace(place)).toEqual({
        ok: true,
        value: { isWhole: false, told: ['line 0: file', 'the list cannot be read; nothing was sent'] },
      })
      await rm(place, { recursive: true })
    })

    async function put(form: 'folder' | 'zip', files: Readonly<Record<string, Buffer>>): Promise<string> {
      const place = path.join(server.place.folder, form === 'zip' ? 'results.zip' : 'results')
      if (form === 'zip') {
        await writeFile(place, zipSync(files))
        return place
      }
      await mkdir(place, { recursive: true })
      for (const [name, bytes] of Object.entries(files)) {
        await writeFile(path.join(place, name), bytes)
      }
      return place
    }
  })

  it('sends nothing of a list that cannot be read, and names line and field', async () => {
    const elsewhere = 'http://127.0.0.1:1'
    expect(
      await take(SMS_RESULTS, '订单号,结果,时间\nBA2026-0001,也许,2026-11-20 10:00\n', { at: elsewhere }),
    ).toEqual({
      ok: true,
      value: { isWhole: false, told: ['line 2: state', 'the list cannot be read; nothing was sent'] },
    })
    expect(await take(FEEDBACK, '订单号,结果\n', { at: elsewhere })).toMatchObject({
      value: { isWhole: false, told: ['line 1: at', 'the list cannot be read; nothing was sent'] },
    })
    const long = 'x'.repeat(SMS_RESULTS.mostBytes + 1)
    expect(await take(SMS_RESULTS, long, { at: elsewhere })).toMatchObject({ value: { isWhole: false } })
  })

  it('says why there is no answer: no server, a wrong password, somebody who may not', async () => {
    const list = `订单号,结果,时间\nBA2026-0001,已核验,2026-11-20 10:00\n`
    const told = async (changes: Parameters<typeof take>[2]) => {
      const taken = await take(SMS_RESULTS, list, changes)
      return taken.ok ? null : taken.error
    }
    expect(await told({ at: 'http://127.0.0.1:1' })).toContain('offline; nothing was changed')
    expect(await told({ password: 'wrong' })).toContain('wrong-credentials')
    expect(await told({ user: 'li.na' })).toBe('li.na may not take in lists')
  })

  it('ends with the exit code that a scheduler asks for, and its output names no number', async () => {
    const { orderNumber } = await verifying()
    const at = chinaIso(server.now() - MINUTE)
    await writeFile(file, `订单号,手机号,结果,时间\n${orderNumber},13900009999,已核验,${at}\n`)
    const argv = ['--user', 'wang.lei', '--server', server.url, file]
    const ran = await run('cli/smsResults.ts', argv)
    expect(ran.code).toBe(1)
    expect(ran.output).toBe(`entry 1 ${orderNumber}: wrong-phone\ntaken in: wrong-phone 1\n`)
    expect((await run('cli/feedback.ts', [])).code).toBe(2)
  })

  /** As a scheduler runs it: the password on standard input. */
  async function run(script: string, argv: readonly string[]) {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...argv], { cwd: ROOT })
    child.stdin.end(`${PASSWORD}\n`)
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    const output = await text(child.stdout)
    return { code: await ended, output }
  }
})

describe('what a list command is asked', () => {
  it.each<[string, readonly string[]]>([
    ['no user', ['list.csv']],
    ['no file', ['--user', 'wang.lei']],
    ['two files', ['--user', 'wang.lei', 'one.csv', 'two.csv']],
    ['a network in clear', ['--user', 'wang.lei', '--server', 'http://review.example', 'list.csv']],
    ['an unknown word', ['--user', 'wang.lei', '--force', 'list.csv']],
    ['a pin that is none', ['--user', 'wang.lei', '--pin', 'sha1/x', 'list.csv']],
  ])('is not understood with %s', (_, argv) => {
    expect(readListOptions(argv, {})).toBeNull()
  })

  it('goes to this machine unless it is said otherwise', () => {
    const argv = ['--user', 'wang.lei', '--dry-run', 'list.csv']
    expect(readListOptions(argv, {})).toEqual({
      ...{ server: 'http://127.0.0.1:8787', user: 'wang.lei', 'dry-run': true, file: 'list.csv' },
    })
    const elsewhere = readListOptions(argv, { BEIAN_SERVER_URL: 'https://review.example' })
    expect(elsewhere?.server).toBe('https://review.example')
  })
})
