import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { PROVIDER } from './exportDesk'
import { checkSignature } from '../../../cli/verifyPackage/checkSignature'
import { createDeviceSigner } from '../../../electron/common/crypto/deviceSigner'
import { canonicalJsonFile } from '../../../shared/canonicalJson'
import { PACKAGE_FORMAT, type PackageManifest } from '../../../shared/package/manifest'
import {
  packageStatementMessage,
  SIGNATURE_FORMAT,
  type PackageStatement,
} from '../../../shared/package/packageSignature'

const SERVER_ID = '01999f3c-7a10-7cc1-8a55-0d5f5a1fffff'
const packageBytes = Buffer.from('the bytes of a package')
const statement: PackageStatement = {
  orderNumber: 'BA-20261120-0001',
  caseVersion: 3,
  rulePack: '2026-11-21',
  applicationVersion: '0.1.0',
  auditHead: 'ab'.repeat(32),
  sha256: createHash('sha256').update(packageBytes).digest('hex'),
  bytes: packageBytes.length,
}
const { sha256: _, bytes: __, ...about } = statement
const manifest: PackageManifest = { format: PACKAGE_FORMAT, version: 1, round: 1, files: [], ...about }

function signatureOf(said: PackageStatement = statement, signer = PROVIDER): Buffer {
  return Buffer.from(
    canonicalJsonFile({
      format: SIGNATURE_FORMAT,
      version: 1,
      package: said,
      signer: { serverId: SERVER_ID, publicKey: signer.publicKey },
      signature: signer.sign(packageStatementMessage(SERVER_ID, said)),
    }),
  )
}

function check(bytes: Uint8Array | null, pinned: readonly string[] = [PROVIDER.publicKey]) {
  const signature = bytes ? { name: 'a.zip.sig.json', bytes } : null
  return checkSignature({ packageBytes, manifest, signature, pinned })
}

describe('the signature of a package', () => {
  it('is good by the key that is pinned, and without one says by which it is', () => {
    expect(check(signatureOf())).toEqual({ signedBy: PROVIDER.publicKey, isPinned: true, faults: [] })
    expect(check(signatureOf(), [])).toEqual({ signedBy: PROVIDER.publicKey, isPinned: null, faults: [] })
  })

  it('is refused when any one byte of it is another', () => {
    const whole = signatureOf()
    for (let place = 0; place < whole.length; place += 1) {
      const altered = Buffer.from(whole)
      altered[place] = (altered[place] ?? 0) ^ 0x01
      expect(check(altered).faults, `byte ${String(place)}`).not.toEqual([])
    }
  })

  it('is missed only where one is asked for', () => {
    expect(check(null).faults).toEqual([{ code: 'signature-missing', path: '' }])
    expect(check(null, []).faults).toEqual([])
  })

  it('of somebody else is named as that', () => {
    const other = createDeviceSigner(Buffer.alloc(32, 9))
    const codes = check(signatureOf(statement, other)).faults.map(({ code }) => code)
    expect(codes).toEqual(['signer-unknown'])
  })

  it.each([
    [{ sha256: 'cd'.repeat(32) }, '(SHA-256)'],
    [{ bytes: 7 }, '(size)'],
    [{ orderNumber: 'BA-20261120-0002' }, '(orderNumber)'],
    [{ caseVersion: 4 }, '(caseVersion)'],
    [{ auditHead: 'cd'.repeat(32) }, '(auditHead)'],
  ])('of another package says what is different: %o', (changes, detail) => {
    const faults = check(signatureOf({ ...statement, ...changes })).faults
    expect(faults).toEqual([{ code: 'signature-of-another', path: 'a.zip.sig.json', detail }])
  })
})
