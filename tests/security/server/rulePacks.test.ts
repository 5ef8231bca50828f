import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { overwrite, patchEntry } from '../../helpers/serverArchives'
import { receiveFiling } from '../../helpers/serverCases'
import type { TestClient } from '../../helpers/serverClient'
import { START_TIMEOUT, startTestServer, TEST_TIMEOUT, type TestServer } from '../../helpers/serverHarness'
import {
  nextPack,
  PROVIDER_KEY,
  proposePack,
  sendPack,
  signedZip,
  writeProviderKeys,
  zipFiles,
} from '../../helpers/serverPacks'
import { TEST_PACK, testPackFiles, testRule } from '../../helpers/serverRulePack'
import { makeSigningKey, signed } from '../../helpers/signedPacks'
import { RULE_PACK_LIMITS } from '../../../shared/protocol/limits'

const PACK = nextPack()
const SIGNED = signed(PACK, PROVIDER_KEY)

describe('Rule packs from outside', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer
  let wang: TestClient
  let sun: TestClient
  let li: TestClient

  beforeAll(async () => {
    server = await startTestServer('postgres')
    await server.restart({ rulePackKeysFile: await writeProviderKeys(server.place.folder) })
    wang = await server.signIn('wang.lei')
    sun = await server.signIn('sun.li')
    li = await server.signIn('li.na')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  /** File and field of the first problem of a pack that must be refused, with nothing stored. */
  async function refusedPlace(zip: Uint8Array): Promise<string> {
    const { status, reply } = await sendPack(server, wang, zip)
    expect(status).toBe(422)
    if (typeof reply === 'string' || reply.outcome === 'proposed') {
      throw new Error(`The pack was not refused by name: ${JSON.stringify(reply)}`)
    }
    const { packs } = await wang.granted('ruleProposals')
    expect(packs.filter(({ origin }) => origin === 'imported')).toEqual([])
    const [first] = reply.problems
    return `${first?.file ?? ''} ${first?.field ?? ''}`.trim()
  }

  it('are not taken unsigned, signed by a stranger, or changed after the signing', async () => {
    expect(await refusedPlace(zipFiles(PACK))).toBe('signature.json')
    expect(await refusedPlace(signedZip(PACK, makeSigningKey('Provider')))).toBe('signature.json keyId')
    const tampered = { ...SIGNED, 'desk.json': { rules: [testRule('desk:nothing-matters')] } }
    expect(await refusedPlace(zipFiles(tampered))).toBe('signature.json digest')
    const flipped = signed(PACK, PROVIDER_KEY)
    const signature = flipped['signature.json'] as { signature: string }
    const first = signature.signature.startsWith('A') ? 'B' : 'A'
    signature.signature = `${first}${signature.signature.slice(1)}`
    expect(await refusedPlace(zipFiles(flipped))).toBe('signature.json signature')
  })

  it('are not taken when they are signed but not whole, by file, rule and field', async () => {
    const broken = testPackFiles('2026-11-20', [testRule('desk:a', { severity: 'deadly' })])
    const { reply } = await sendPack(server, wang, signedZip(broken))
    expect(reply).toMatchObject({
      outcome: 'refused',
      problems: [{ file: 'desk.json', ruleId: 'desk:a', field: 'severity' }],
    })
    expect(await refusedPlace(signedZip(nextPack('2025-01-01', '2026-11-20')))).toBe('pack.json version')
    expect(await refusedPlace(signedZip(nextPack('2026-11-20', '2020-01-01')))).toBe(
      'pack.json effectiveFrom',
    )
    expect(await refusedPlace(signedZip(nextPack(TEST_PACK)))).toBe('pack.json version')
  })

  it('are refused by name when the archive plays tricks', async () => {
    const evil = zipFiles(SIGNED, { 'xx/yy/evil.json': strToU8('{}') })
    expect(await refusedPlace(overwrite(evil, 'xx/yy/evil.json', '../../evil.json'))).toBe('../../evil.json')
    expect(await refusedPlace(overwrite(evil, 'xx/yy/evil.json', '/etc/evil1.json'))).toBe('/etc/evil1.json')
    expect(await refusedPlace(evil)).toBe('xx/yy/evil.json')
    expect(await refusedPlace(zipFiles(SIGNED, { 'run.sh': strToU8('#!/bin/sh') }))).toBe('run.sh')
    const twice = zipFiles(SIGNED, { 'DESK.json': strToU8('{}') })
    expect(await refusedPlace(twice)).toBe('DESK.json')
    const link = patchEntry(zipFiles(SIGNED), 'desk.json', (header, kind) => {
      if (kind === 'central') {
        header.writeUInt16LE(0x0314, 4)
        header.writeUInt32LE((0o120777 << 16) >>> 0, 38)
      }
    })
    expect(await refusedPlace(link)).toBe('desk.json')
    expect(await refusedPlace(zipFiles(SIGNED, { 'deep.json': strToU8('['.repeat(100_000)) }))).toBe(
      'deep.json',
    )
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(await refusedPlace(zipFiles(SIGNED, { 'deep.json': strToU8(nested) }))).toBe('deep.json')
    expect(await refusedPlace(zipFiles(SIGNED, { 'text.json': new Uint8Array([0xff, 0xfe, 0x22]) }))).toBe(
      'text.json',
    )
    expect(await refusedPlace(strToU8('no archive at all'))).toBe('')
  })

  it('are refused before they fill the memory', async () => {
    const bomb = new Uint8Array(RULE_PACK_LIMITS.fileBytes + 1)
    expect(await refusedPlace(zipFiles(SIGNED, { 'bomb.json': bomb }))).toBe('bomb.json')
    const whole = new Uint8Array(RULE_PACK_LIMITS.fileBytes)
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`b${String(at)}.json`, whole]))
    expect(await refusedPlace(zipFiles(SIGNED, many))).toBe('')
    const files = Object.fromEntries(
      Array.from({ length: RULE_PACK_LIMITS.entries }, (_, at) => [`f${String(at)}.json`, strToU8('{}')]),
    )
    expect(await refusedPlace(zipFiles(SIGNED, files))).toBe('')
    const { status, reply } = await sendPack(
      server,
      wang,
      new Uint8Array(RULE_PACK_LIMITS.archiveBytes + 1),
    ).catch(() => ({ status: 413, reply: 'too-large' }))
    expect([status, reply]).toEqual([413, 'too-large'])
  })

  it('are in the hands of supervisors only', async () => {
    const zip = signedZip(PACK)
    expect(await sendPack(server, li, zip)).toEqual({ status: 403, reply: 'forbidden' })
    expect(await sendPack(server, server.visitor(), zip)).toEqual({ status: 401, reply: 'unauthenticated' })
    const params = { packId: await proposePack(server, wang, PACK) }
    await wang.granted('dryRunRulePack', { params })
    for (const route of [
      'ruleProposals',
      'rulePackDiff',
      'dryRunRulePack',
      'dryRunChanges',
      'activateRulePack',
      'withdrawRulePack',
    ] as const) {
      expect(await li.refused(route, { params }), route).toEqual({ status: 403, code: 'forbidden' })
      expect(await server.visitor().refused(route, { params }), route).toEqual({
        status: 401,
        code: 'unauthenticated',
      })
    }
  })

  it('cannot be activated by their proposer, not even past the code', async () => {
    const packId = await proposePack(server, wang, PACK)
    expect(await wang.refused('activateRulePack', { params: { packId } })).toMatchObject({
      code: 'self-approval',
    })
    const database = await server.place.open()
    await expect(
      database.query(`UPDATE rule_pack SET state = 'active', settled_by = proposed_by, settled_at = now()`),
    ).rejects.toThrow(/check/)
    await database.close()
  })

  it('are activated once, whatever crosses', async () => {
    const packId = await proposePack(server, wang, PACK)
    const other = await proposePack(server, wang, nextPack('2026-11-25'))
    for (const id of [packId, other]) {
      await wang.granted('dryRunRulePack', { params: { packId: id } })
    }
    const attempts = await Promise.all(
      [packId, other, packId, other, packId, other].map(async (id) =>
        sun.granted('activateRulePack', { params: { packId: id } }).then(
          () => id,
          () => 'refused',
        ),
      ),
    )
    const [winner] = attempts.filter((id) => id !== 'refused')
    // Both were tried against the same pack, so only one of them can take its place without another dry run.
    expect(attempts.filter((id) => id !== 'refused' && id !== winner)).toEqual([])
    const { packs } = await wang.granted('ruleProposals')
    expect(packs.filter(({ state }) => state === 'active').map(({ packId: id }) => id)).toEqual([
      winner,
      null,
    ])
    const database = await server.place.open()
    const entries = await database.query(
      `SELECT kind, actor_id FROM audit_entry WHERE kind = 'rule-pack-activated'`,
    )
    await database.close()
    expect(entries).toEqual([{ kind: 'rule-pack-activated', actor_id: sun.userId }])
  })

  it('that were altered in the database are refused by name at the next start, and the rest stays', async () => {
    const database = await server.place.open()
    await database.query(
      `UPDATE rule_pack SET files = replace(files::text, 'look-at-the-remarks', 'look-at-nothing-more')::json
       WHERE state = 'active'`,
    )
    await database.close()
    await server.restart()
    expect(server.log()).toMatch(
      /"msg":"rule pack refused","pack":"2026-11-2\d","problems":\[\{"file":"signature.json"/,
    )
    const caseId = await receiveFiling(server, { seed: 'still', nature: 'enterprise' })
    const supervisor = await server.signIn('wang.lei')
    expect((await supervisor.granted('case', { params: { caseId } })).rulePack).toBe(TEST_PACK)
  })
})

describe('Keys of a server', { timeout: TEST_TIMEOUT }, () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer('postgres')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  it('are never those that sign bundled packs', async () => {
    const bundledKeys = path.join(server.place.folder, 'rulepacks', 'trusted-keys.json')
    await expect(server.restart({ rulePackKeysFile: bundledKeys })).rejects.toThrow(
      /RULE_PACK_KEYS lists [0-9a-f]{16}, which signs bundled packs only/,
    )
  })

  it('must be readable', async () => {
    const file = path.join(server.place.folder, 'no-keys.json')
    await writeFile(file, '{"keys": []}')
    await expect(server.restart({ rulePackKeysFile: file })).rejects.toThrow(/lists no keys/)
  })
})
