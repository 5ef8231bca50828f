import { writeFile } from 'node:fs/promises'
import { makeSigningKey, publicHalf } from './signingKey'

/** Writes a fresh key and, beside it, the list of trusted keys with its public half. Never replaces a file. */
export async function makeKeyFiles(name: string, file: string): Promise<string> {
  const key = makeSigningKey(name)
  const publicFile = `${file}.public.json`
  await writeFile(file, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  await writeFile(publicFile, `${JSON.stringify({ keys: [publicHalf(key)] }, null, 2)}\n`, { flag: 'wx' })
  return `key ${key.keyId}; its public half is in ${publicFile}`
}
