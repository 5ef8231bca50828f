import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The version of `tesseract` when it and its simplified Chinese data are installed; null otherwise. */
export async function tesseractVersion(): Promise<string | null> {
  try {
    const { stdout } = await run('tesseract', ['--list-langs'])
    const { stdout: version } = await run('tesseract', ['--version'])
    return /^chi_sim$/mu.test(stdout) ? (/tesseract (\S+)/u.exec(version)?.[1] ?? 'unknown') : null
  } catch {
    return null
  }
}

/** Reads a picture with its defaults and `chi_sim`; spaces between characters are left out. */
export async function tesseractText(file: string): Promise<string> {
  const { stdout } = await run('tesseract', [file, '-', '-l', 'chi_sim'], { maxBuffer: 1 << 26 })
  return stdout.replaceAll(/\s+/gu, '')
}

/** Hands files that hold these bytes to whoever reads files. */
export async function withFile<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'beian-bench-reading-'))
  try {
    const file = path.join(folder, 'card.jpg')
    await writeFile(file, bytes)
    return await use(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Milliseconds a picture when it is read so many times in one process, without what loading the models takes. */
export async function warmTesseract(file: string, times: number): Promise<number> {
  const list = `${file}.txt`
  const timeOf = async (count: number): Promise<number> => {
    await writeFile(list, `${file}\n`.repeat(count))
    const started = performance.now()
    await run('tesseract', [list, '-', '-l', 'chi_sim'], { maxBuffer: 1 << 26 })
    return performance.now() - started
  }
  const one = await timeOf(1)
  return ((await timeOf(times + 1)) - one) / times
}
