import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { auditLineSchema, type AuditLine } from './auditLine'

/** A line of a kept audit that cannot be read. */
export class AuditFileError extends Error {
  override readonly name = 'AuditFileError'
}

/** Reads a kept audit, one JSON object a line. */
export async function* readAudit(file: string): AsyncGenerator<AuditLine> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    number += 1
    const parsed = auditLineSchema.safeParse(parseJson(line))
    if (!parsed.success) {
      throw new AuditFileError(`line ${String(number)} is no line of an audit`)
    }
    yield parsed.data
  }
}

/** Writes lines to a new file, for the owner alone, while somebody else reads them. */
export async function* keepAudit(lines: AsyncIterable<AuditLine>, file: string): AsyncGenerator<AuditLine> {
  const stream = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  for await (const line of lines) {
    if (!stream.write(`${JSON.stringify(line)}\n`)) {
      await once(stream, 'drain')
    }
    yield line
  }
  stream.end()
  await once(stream, 'finish')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
