import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAudit, type PackageHead } from '../../../cli/verifyAudit/checkAudit'
import { describeAuditFault } from '../../../cli/verifyAudit/auditFault'
import type { AuditLine } from '../../../cli/verifyAudit/auditLine'
import { fetchAudit } from '../../../cli/verifyAudit/fetchAudit'
import { createAuditDevice } from '../../helpers/auditDevice'
import { decideCase, decision, receiveFiling } from '../../helpers/serverCases'
import {
  PASSWORD,
  START_TIMEOUT,
  startTestServer,
  TEST_TIMEOUT,
  type TestServer,
} from '../../helpers/serverHarness'

const run = promisify(execFile)

/** How a command ends that finds something. */
const ended = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() })

describe('verify-audit', () => {
  let server: TestServer
  let folder: string
  let lines: AuditLine[]
  let head: PackageHead
  let device: ReturnType<typeof createAuditDevice>

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'beian-audit-'))
    server = await startTestServer('embedded')
    const li = await server.signIn('li.na')
    const caseId = await receiveFiling(server, { seed: 'verified' })
    const { auditHash } = await decideCase(server, li, caseId, decision('pass'))
    head = { file: 'package.zip', caseId, hash: auditHash }
    device = createAuditDevice(li.userId)
    for (const detail of ['one', 'two', 'three']) {
      device.append(caseId, detail)
    }
    await li.granted('exchangeAudit', { body: device.request(0) })
    lines = []
    for await (const line of fetchAudit({ url: server.url, username: 'shen.ji', password: PASSWORD })) {
      lines.push(line)
    }
  }, START_TIMEOUT)
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  const codes = async (spoilt: readonly AuditLine[], packages: readonly PackageHead[] = []) =>
    (await checkAudit(spoilt, packages)).faults.map((fault) => fault.code)
  const serverLine = (index: number): number => lines.findIndex((line) => 'server' in line) + index
  const change = (at: number, to: (line: AuditLine) => AuditLine): AuditLine[] =>
    lines.map((line, index) => (index === at ? to(line) : line))
  const withDetail = (line: AuditLine, detail: string): AuditLine =>
    'server' in line ? { server: { ...line.server, detail } } : line

  it('finds nothing in an audit that is whole, with the package that stands in it', async () => {
    const report = await checkAudit(lines, [head])
    expect(report).toMatchObject({ devices: 1, faults: [] })
    expect(report.entries).toBe(lines.length - 1)
    expect(lines.some((line) => 'server' in line && line.server.sealed !== null)).toBe(true)
  })

  it('finds a changed, a missing and a cut entry of the server', async () => {
    expect(await codes(change(serverLine(1), (line) => withDetail(line, '{}')))).toEqual(['entry-changed'])
    expect(await codes(lines.filter((_, index) => index !== serverLine(1)))).toEqual(['entry-missing'])
    const cut = lines.filter((line) => !('server' in line) || line.server.sequence < 4)
    expect(await codes(cut)).toContain('head-differs')
    expect(await codes(lines.slice(1))).toEqual(['state-missing'])
  })

  it('finds a chain that was cut and given a new head by somebody without the key', async () => {
    const last = lines.findLast((line) => 'server' in line && line.server.sequence === 4)
    const hash = last && 'server' in last ? last.server.hash : ''
    const forged = lines
      .filter((line) => !('server' in line) || line.server.sequence <= 4)
      .map((line) =>
        'state' in line
          ? { state: { ...line.state, head: { ...line.state.head, sequence: 4, hash } } }
          : line,
      )
    expect(await codes(forged, [head])).toEqual(
      expect.arrayContaining(['head-unsigned', 'package-head-missing']),
    )
  })

  it('finds a device’s chain that was cut, changed or taken out on the server', async () => {
    const withoutLast = lines.filter((line) => !('device' in line) || line.entry.sequence < 3)
    expect(await codes(withoutLast)).toEqual(['countersigned-missing'])
    const changed = lines.map((line) =>
      'device' in line && line.entry.sequence === 2
        ? { ...line, entry: { ...line.entry, detailJson: '{}' } }
        : line,
    )
    expect(await codes(changed)).toEqual(['countersigned-differs'])
    const withoutDevice = lines
      .filter((line) => !('device' in line))
      .map((line) => ('state' in line ? { state: { ...line.state, devices: [] } } : line))
    expect(await codes(withoutDevice)).toEqual(['device-unknown'])
  })

  it('tells a device that showed another chain, and a package of another case', async () => {
    const refused = {
      at: '2026-11-20T02:30:00.000Z',
      problem: 'forked' as const,
      shownSequence: 2,
      shownHash: 'a'.repeat(64),
    }
    const told = lines.map((line) =>
      'state' in line
        ? { state: { ...line.state, devices: line.state.devices.map((one) => ({ ...one, refused })) } }
        : line,
    )
    const { faults } = await checkAudit(told, [{ ...head, caseId: device.id }])
    expect(faults.map(describeAuditFault)).toEqual([
      `device ${device.id}, entry 3: the device showed a chain that was forked; its profile was copied or put back, and went on from there`,
      `package.zip: ${head.hash} is about another case, or is no decision by which one passed`,
    ])
  })

  it(
    'is a command that reads from a server, keeps what it read, and explains what was spoilt in it',
    async () => {
      const kept = path.join(folder, 'audit.ndjson')
      const command = (args: readonly string[]) =>
        run(process.execPath, ['--import', 'tsx', 'cli/verifyAudit.ts', ...args], {
          env: { ...process.env, BEIAN_USERNAME: 'shen.ji', BEIAN_PASSWORD: PASSWORD },
        }).then(
          ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
          (error: unknown) => ended.parse(error),
        )
      const whole = await command(['--server', server.url, '--keep', kept])
      expect(whole).toMatchObject({ code: 0 })
      expect(whole.stdout).toContain('everything fits')
      const text = await readFile(kept, 'utf8')
      await writeFile(kept, text.replace('"kind":"held"', '"kind":"drawn"'))
      const spoilt = await command([kept])
      expect(spoilt.code).toBe(1)
      expect(spoilt.stdout).toMatch(
        /server, entry \d+: does not have the hash it was written with; it was changed/,
      )
      // Another name of this machine, at which the server would answer: to another machine nothing goes in clear.
      const inClear = await command(['--server', server.url.replace('127.0.0.1', hostname())])
      expect(inClear).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') as string })
      expect(await command(['--server', 'http://127.0.0.1:9'])).toMatchObject({
        code: 2,
        stderr: 'verify-audit: the server does not answer\n',
      })
    },
    TEST_TIMEOUT,
  )
})
