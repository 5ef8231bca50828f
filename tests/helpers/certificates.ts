import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** Writes X.509 certificates (RFC 5280) with P-256 keys in as few fields as TLS asks for; for tests alone. */
export interface Certified {
  readonly cert: string
  readonly key: string
  /** As a workstation's pin is written. */
  readonly pin: string
}

interface Wanted {
  readonly name: string
  readonly notBefore?: Date
  readonly notAfter?: Date
}

interface Authority extends Certified {
  /** A certificate for a server at these addresses (IPv4 or names). */
  issue(wanted: Wanted & { readonly hosts: readonly string[] }): Certified
}

const DAY = 86_400_000

/** A certificate authority of the test's own. */
export function makeAuthority(name: string): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const own = certificate({ name }, keys.publicKey, { name, key: keys.privateKey }, [
    extension(BASIC_CONSTRAINTS, sequence(boolean(true))),
  ])
  return {
    ...certified(own, keys.publicKey, keys.privateKey),
    issue({ hosts, ...wanted }) {
      const server = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const issued = certificate(wanted, server.publicKey, { name, key: keys.privateKey }, [
        extension(ALTERNATIVE_NAMES, sequence(...hosts.map(alternativeName))),
      ])
      return certified(issued, server.publicKey, server.privateKey)
    },
  }
}

function certified(der: Buffer, publicKey: KeyObject, privateKey: KeyObject): Certified {
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    pin: `sha256/${createHash('sha256').update(spki).digest('base64')}`,
  }
}

function certificate(
  { name, notBefore = new Date(Date.now() - DAY), notAfter = new Date(Date.now() + DAY) }: Wanted,
  publicKey: KeyObject,
  issuer: { readonly name: string; readonly key: KeyObject },
  extensions: readonly Buffer[],
): Buffer {
  const algorithm = sequence(oid(ECDSA_SHA256))
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(Math.floor(Math.random() * 2 ** 30) + 1),
    algorithm,
    commonName(issuer.name),
    sequence(time(notBefore), time(notAfter)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const signature = sign('sha256', body, issuer.key)
  return sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])))
}

const ECDSA_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
const BASIC_CONSTRAINTS = '2.5.29.19'
const ALTERNATIVE_NAMES = '2.5.29.17'

function tagged(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

const sequence = (...contents: readonly Buffer[]): Buffer => tagged(0x30, ...contents)
const boolean = (value: boolean): Buffer => tagged(0x01, Buffer.from([value ? 0xff : 0]))
const time = (at: Date): Buffer =>
  tagged(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`))
const commonName = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(oid(COMMON_NAME), tagged(0x0c, Buffer.from(name)))))
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), tagged(0x04, value))

function alternativeName(host: string): Buffer {
  const isAddress = /^[\d.]+$/.test(host)
  return isAddress ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host))
}

function integer(value: number): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return tagged(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): readonly number[] {
  const digits = [value & 0x7f]
  for (let left = value >> 7; left > 0; left >>= 7) {
    digits.unshift((left & 0x7f) | 0x80)
  }
  return digits
}
