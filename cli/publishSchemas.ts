import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { publishedSchemas } from './schemas/publishedSchemas'

const FOLDER = path.resolve(import.meta.dirname, '../docs/schema')

/** Writes the published JSON Schemas anew; a test fails while they are not those of the code. */
await mkdir(FOLDER, { recursive: true })
for (const [name, schema] of Object.entries(publishedSchemas())) {
  await writeFile(path.join(FOLDER, name), `${JSON.stringify(schema, null, 2)}\n`)
}
