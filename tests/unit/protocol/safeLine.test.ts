import { describe, expect, it } from 'vitest'
import { readCarryOrder } from '../../../cli/carry/carryOrder'
import { readExportOptions } from '../../../cli/exportPackages/exportOptions'
import { readEnvironment } from '../../../electron/main/environment'
import { createExternalDoor } from '../../../electron/main/openExternal'
import { readConfig } from '../../../server/config'
import { isSafeLine } from '../../../shared/protocol/safeLine'

describe('isSafeLine', () => {
  it.each([
    'https://desk.example',
    'HTTPS://desk.example:8443/path',
    'http://127.0.0.1:8787',
    'http://[::1]:8787',
    'http://LOCALHOST',
    // The same address by other names: `URL` writes them all alike.
    'http://127.1',
    'http://0x7f000001',
  ])('lets secrets cross to %s', (address) => {
    expect(isSafeLine(new URL(address))).toBe(true)
  })

  it.each([
    'http://desk.example',
    'http://localhost.desk.example',
    'http://127.0.0.1.desk.example',
    'http://127.0.0.1@desk.example',
    'http://192.0.2.1',
    'http://[::2]',
    'ws://localhost',
    'file://localhost/etc',
  ])('keeps them from %s', (address) => {
    expect(isSafeLine(new URL(address))).toBe(false)
  })
})

/** Every place that takes an address over which secrets or papers go. False: refused. */
const DOORS: Readonly<Record<string, (address: string) => boolean | Promise<boolean>>> = {
  'the identity provider of a server': (address) =>
    readConfig({ ...SERVER, OIDC_ISSUER: address, OIDC_CLIENT_ID: 'desk' }).ok,
  'the document storage of a server': (address) =>
    readConfig({
      ...{ ...SERVER, S3_ENDPOINT: address, S3_BUCKET: 'papers' },
      ...{ S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' },
    }).ok,
  'the server of a workstation': (address) => {
    try {
      return readEnvironment({ BEIAN_SERVER_URL: address }).BEIAN_SERVER_URL === address
    } catch {
      return false
    }
  },
  'the page of a sign-in': (address) =>
    createExternalDoor(() => Promise.resolve())
      .signInPage(address)
      .then(
        () => true,
        () => false,
      ),
  'exports by command': (address) =>
    readExportOptions(
      ['--server', address, '--user', 'wang.lei', '--out', 'out', '--work', 'work'],
      {},
      0,
    ) !== null,
  'bundles by command': (address) => readCarryOrder(['in', '--server', address, 'back.carry']) !== null,
}
const SERVER = { DATA_DIR: '/srv/desk', INTAKE_TOKEN: 'key-of-the-filing-system' }

describe.each(Object.entries(DOORS))('The address of %s', (_, takes) => {
  it('is in clear on this machine alone', async () => {
    expect(await takes('https://desk.example')).toBe(true)
    expect(await takes('http://[::1]:8787')).toBe(true)
    expect(await takes('http://desk.example')).toBe(false)
    expect(await takes('desk.example')).toBe(false)
  })
})
