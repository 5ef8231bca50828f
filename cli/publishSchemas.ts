import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { filingBundleJsonSchema } from '../shared/protocol/filingBundleJsonSchema'

const FOLDER = path.resolve(import.meta.dirname, '../docs/schema')

/** Writes the published JSON Schemas anew; a test fails while they are not those of the code. */
await mkdir(FOLDER, { recursive: true })
await writeFile(
  path.join(FOLDER, 'filing-bundle.schema.json'),
  `${JSON.stringify(filingBundleJsonSchema(), null, 2)}\n`,
)
