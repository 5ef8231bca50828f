import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFiling, receive } from '../../helpers/serverCases'
import { PASSWORD, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { createNetwork, type Network } from '../../unit/workflows/support/network'
import { createTestDesk, until, type TestDesk } from '../../unit/workflows/support/testDesk'
import { makeSigningKey, publicHalf, type SigningKey } from '../../../cli/rulepack/signingKey'
import { loadRulePacks } from '../../../electron/common/resources/loadRulePacks'
import { createReviewServerClient } from '../../../electron/main/reviewServerClient'
import type { TrustedKey } from '../../../shared/rules/packSignature'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const SLOW = 180_000
const FIRST = 'passphrase of the first person'
const SECOND = 'passphrase of the second person'
const NEW_PASSWORD = 'set by the supervisor'

interface Ran {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** A command, with what a person would type. */
function run(command: string, args: readonly string[], typed: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', path.join(ROOT, 'cli', command), ...args],
      { cwd: ROOT },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout, errors: stderr })
      },
    )
    child.stdin?.end(typed.map((line) => `${line}\n`).join(''))
  })
}

describe('A lost password', { timeout: SLOW }, () => {
  let folder: string
  let signingKey: SigningKey
  let server: TestServer
  let network: Network
  const desks: TestDesk[] = []
  const inFolder = (name: string): string => path.join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'beian-recovery-'))
    signingKey = makeSigningKey('示例云')
    await writeFile(inFolder('signing.json'), JSON.stringify(signingKey))
    const made = await run(
      'recoveryKey.ts',
      ['new', '--signing-key', inFolder('signing.json'), inFolder('recovery.key'), inFolder('recovery.json')],
      [FIRST, SECOND],
    )
    if (made.code !== 0) {
      throw new Error('The recovery key was not made')
    }
    server = await startTestServer('embedded', { recoveryFile: inFolder('recovery.json') })
    network = createNetwork(createReviewServerClient({ baseUrl: server.url, fetch: globalThis.fetch }))
  }, START_TIMEOUT)
  afterAll(async () => {
    for (const desk of desks) {
      await desk.close()
    }
    await server.stop()
    await rm(folder, { recursive: true })
  })

  async function openDesk(name: string, pinnedKeys: readonly TrustedKey[]): Promise<TestDesk> {
    const { packs } = await loadRulePacks(path.join(server.place.folder, 'rulepacks'))
    const desk = await createTestDesk({
      network,
      rulePacks: new Map(packs.map(({ pack }) => [pack.version, pack])),
      packTrust: { bundledKeys: [], pinnedKeys },
      now: () => new Date(server.now()).toISOString(),
      folder: inFolder(name),
    })
    desks.push(desk)
    return desk
  }

  async function profileOf(name: string): Promise<string> {
    const [profile = ''] = await readdir(inFolder(path.join(name, 'profiles')))
    return inFolder(path.join(name, 'profiles', profile))
  }

  it('costs no decision: what was unsent is recovered by two persons, and sent', async () => {
    const caseId = await receive(server, await makeFiling(server, { seed: 'lost', nature: 'enterprise' }))
    const desk = await openDesk('desk', [publicHalf(signingKey)])
    await desk.signIn('li.na', PASSWORD)
    await desk.call('case.draw', { caseId })
    await desk.tickAll(caseId)
    network.cut()
    await desk.call('case.decide', { caseId, verdict: 'pass', reasons: [], internalNote: '未上传的备注' })
    await desk.close()
    network.restore()

    // The password is forgotten; a supervisor sets another one on the server.
    const wang = await server.signIn('wang.lei')
    const { accounts } = await wang.granted('accounts')
    const accountId = accounts.find(({ username }) => username === 'li.na')?.id ?? ''
    const reset = await wang.granted('resetPassword', { params: { accountId } })
    const password = reset.oneTimePassword ?? ''
    const again = await openDesk('desk', [publicHalf(signingKey)])
    await expect(again.signIn('li.na', PASSWORD)).rejects.toMatchObject({
      failure: { code: 'wrong-credentials' },
    })
    await expect(again.signIn('li.na', password)).rejects.toMatchObject({
      failure: { code: 'one-time-password' },
    })
    const chosen = { username: 'li.na', password, newPassword: NEW_PASSWORD }
    await expect(again.call('session.signIn', chosen)).rejects.toMatchObject({
      failure: { code: 'former-password' },
    })

    const profile = await profileOf('desk')
    const args = ['--profile', profile, '--key', inFolder('recovery.key'), '--export', inFolder('unsent.age')]
    for (const typed of [
      ['not the passphrase', SECOND, NEW_PASSWORD],
      [FIRST, 'not the passphrase', NEW_PASSWORD],
    ]) {
      expect(await run('recoverDesk.ts', args, typed)).toMatchObject({ code: 1, output: '' })
    }
    const recovered = await run('recoverDesk.ts', args, [FIRST, SECOND, NEW_PASSWORD])
    expect(recovered).toMatchObject({ code: 0 })
    expect(recovered.output).toContain('li.na: the new password opens this desk; unsent: 1')

    await again.signIn('li.na', NEW_PASSWORD)
    await until('the decision has arrived', async () => {
      const { decisions } = await wang.granted('case', { params: { caseId } })
      return decisions.length === 1
    })

    const sealed = await readFile(inFolder('unsent.age'))
    expect(sealed.toString('utf8')).not.toContain('未上传的备注')
    const shown = await run(
      'recoveryKey.ts',
      ['open', '--key', inFolder('recovery.key'), inFolder('unsent.age')],
      [FIRST, SECOND],
    )
    expect(shown.output).toContain('未上传的备注')
  })

  it('is not helped by settings that no trusted key has signed: the desk wraps for nobody', async () => {
    const desk = await openDesk('stranger', [publicHalf(makeSigningKey('another provider'))])
    await desk.signIn('zhang.wei', PASSWORD)
    await desk.close()
    const keyring = await readFile(path.join(await profileOf('stranger'), 'keyring.json'), 'utf8')
    expect(keyring).not.toContain('"recovery"')
    expect(desk.unexpected).toHaveLength(1)
  })
})
