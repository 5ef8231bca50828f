import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_KDF_COST,
  passwordWrapSchema,
  unwrapKey,
  wrapKey,
} from '../../../electron/common/crypto/passwordWrap'
import { deriveKey } from '../../../electron/common/crypto/deriveKey'

const CHEAP = { memoryKiB: 64, passes: 1, parallelism: 1 }

describe('passwordWrap', () => {
  it('gives the key back to the password it was wrapped with, and to no other', async () => {
    const key = randomBytes(32)
    const wrap = await wrapKey(key, '口令一号', CHEAP, randomBytes)
    expect(await unwrapKey(wrap, '口令一号')).toEqual(key)
    expect(await unwrapKey(wrap, '口令二号')).toBeNull()
    expect(await unwrapKey(wrap, '')).toBeNull()
  })

  it('takes a password in whichever normal form the system hands it over', async () => {
    const key = randomBytes(32)
    const wrap = await wrapKey(key, 'caf\u00e9', CHEAP, randomBytes)
    expect(await unwrapKey(wrap, 'cafe\u0301')).toEqual(key)
  })

  it('refuses a wrap whose cost or bytes were changed', async () => {
    const wrap = await wrapKey(randomBytes(32), 'p', CHEAP, randomBytes)
    expect(await unwrapKey({ ...wrap, kdf: { ...wrap.kdf, passes: 2 } }, 'p')).toBeNull()
    const wrapped = Buffer.from(wrap.wrapped, 'base64')
    wrapped.writeUInt8(wrapped.readUInt8(0) ^ 1, 0)
    expect(await unwrapKey({ ...wrap, wrapped: wrapped.toString('base64') }, 'p')).toBeNull()
  })

  it('wraps the same key differently each time and keeps the password out of it', async () => {
    const key = randomBytes(32)
    const [one, other] = [
      await wrapKey(key, 'secret-word', CHEAP, randomBytes),
      await wrapKey(key, 'secret-word', CHEAP, randomBytes),
    ]
    expect(one.wrapped).not.toBe(other.wrapped)
    expect(one.kdf.salt).not.toBe(other.kdf.salt)
    expect(JSON.stringify(one)).not.toContain('secret-word')
  })

  it('costs 64 MiB and three passes unless told otherwise, and never what a damaged file asks for', async () => {
    expect(DEFAULT_KDF_COST).toEqual({ memoryKiB: 65_536, passes: 3, parallelism: 1 })
    const wrap = await wrapKey(randomBytes(32), 'p', CHEAP, randomBytes)
    const greedy = { ...wrap, kdf: { ...wrap.kdf, memoryKiB: 64 * 1024 * 1024 } }
    expect(passwordWrapSchema.safeParse(greedy).success).toBe(false)
  })
})

describe('deriveKey', () => {
  it('gives each purpose and salt a key of its own', () => {
    const master = Buffer.alloc(32, 1)
    const keys = [
      deriveKey(master, 'a'),
      deriveKey(master, 'b'),
      deriveKey(master, 'a', Buffer.from('salt')),
      deriveKey(Buffer.alloc(32, 2), 'a'),
    ].map((key) => key.toString('hex'))
    expect(new Set(keys).size).toBe(4)
    expect(deriveKey(master, 'a')).toHaveLength(32)
  })

  it('agrees with RFC 5869, test case 3', () => {
    expect(deriveKey(Buffer.alloc(22, 0x0b), '').toString('hex')).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
    )
  })
})
