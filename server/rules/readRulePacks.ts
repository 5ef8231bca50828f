import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRulePack, type RulePack } from '../../shared/rules/rulePack'

/** Reads every pack below the folder, one subfolder each. Throws, naming file and place, when one is not whole. */
export async function readRulePacks(folder: string): Promise<readonly RulePack[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))
  return Promise.all(folders.map(readRulePack))
}

async function readRulePack(folder: string): Promise<RulePack> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const files = await Promise.all(
    names.map(async (name) => [name, await readJson(join(folder, name))] as const),
  )
  const pack = parseRulePack(Object.fromEntries(files))
  if (!pack.ok) {
    const places = pack.error.map(({ file, ruleId, field, message }) =>
      [file, ruleId, field, message].filter(Boolean).join(' '),
    )
    throw new Error(`The rule pack ${folder} is not whole: ${places.slice(0, 5).join('; ')}`)
  }
  return pack.value
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new Error(`${file} cannot be read as JSON`, { cause })
  }
}
