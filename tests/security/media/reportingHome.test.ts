import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const MODULES = path.resolve(import.meta.dirname, '../../../node_modules')
/** Native and WebAssembly code that meets the papers of applicants. */
const CARRIERS = [
  'onnxruntime-node/bin/napi-v6/linux/x64',
  '@img',
  '@napi-rs',
  'libheif-js',
  'zxing-wasm/dist/reader',
  'better-sqlite3',
]
/** Where libraries are known to send what they observe; onnxruntime does from 1.29 on. */
const ADDRESSES = ['OneCollector', 'events.data.microsoft.com', 'google-analytics.com', 'ingest.sentry.io']

function binaries(folder: string): readonly string[] {
  return readdirSync(path.join(MODULES, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:node|wasm|so|dylib|dll)(?:\.[\d.]+)?$/u.test(file))
    .map((file) => path.join(MODULES, folder, file))
}

describe('code of others that reads papers', () => {
  it.each(CARRIERS)('carries no address to report to: %s', (folder) => {
    const files = binaries(folder)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const bytes = readFileSync(file)
      expect(
        ADDRESSES.filter((address) => bytes.includes(address)),
        path.relative(MODULES, file),
      ).toEqual([])
    }
  })
})
