import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const CONTENT = /^[0-9a-f]{64}\n?$/

interface KeptSecret {
  readonly dataFolder: string
  readonly file: string
  /** From the environment; stands before the file. */
  readonly configured: string | undefined
  /** What is lost when the file is damaged, for the operator. */
  readonly loss: string
}

/** The secret that was configured, or one made at the first start and kept beside the documents, mode 0600. */
export async function keptSecret({ dataFolder, file, configured, loss }: KeptSecret): Promise<string> {
  if (configured !== undefined) {
    return configured
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const place = join(dataFolder, file)
  try {
    // Of two servers that start side by side on one folder, one makes the file and both read it.
    await writeFile(place, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error
    }
  }
  const content = await readFile(place, 'utf8')
  if (!CONTENT.test(content)) {
    throw new Error(`${file} is damaged; restore it from the backup, or ${loss}`)
  }
  return content.trim()
}
