import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ReviewServerConfig } from './config'

/**
 * Certificate chain and key of the server; null when none is configured. Throws, naming the file and quoting nothing of
 * it, when one cannot be read, is none, or the two do not belong together.
 */
export async function readTls(
  files: ReviewServerConfig['tls'],
): Promise<{ readonly cert: string; readonly key: string } | null> {
  if (files === undefined) {
    return null
  }
  const cert = await read('TLS_CERT_FILE', files.certFile)
  const key = await read('TLS_KEY_FILE', files.keyFile)
  if (!belongTogether(cert, key)) {
    throw new Error('TLS_CERT_FILE and TLS_KEY_FILE hold no certificate with its own key')
  }
  return { cert, key }
}

async function read(name: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${name} ${file} cannot be read`, { cause })
  })
}

function belongTogether(cert: string, key: string): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}
