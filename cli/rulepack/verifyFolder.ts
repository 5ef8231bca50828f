import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { packCrypto } from '../../electron/common/crypto/packCrypto'
import { success, type Result } from '../../shared/result'
import { readTrustedKeys, TRUSTED_KEYS_FILE } from '../../shared/rules/openPackFolder'
import { openRulePack } from '../../shared/rules/openRulePack'
import type { RulePackProblem } from '../../shared/rules/rulePack'
import { readPackFolder } from './readPackFolder'
import { PACKS_FOLDER } from './signFolder'

/** Checks a pack as a server or a workstation would that trusts the keys of this list, else those of shipped packs. */
export async function verifyFolder(
  folder: string,
  keysFile = path.join(PACKS_FOLDER, TRUSTED_KEYS_FILE),
): Promise<Result<string, readonly RulePackProblem[]>> {
  const keys = readTrustedKeys(await readFile(keysFile, 'utf8'))
  const files = await readPackFolder(folder)
  const opened = files.ok ? openRulePack(files.value, keys, packCrypto) : files
  return opened.ok
    ? success(`whole, version ${opened.value.pack.version}, signed by ${opened.value.key.name}`)
    : opened
}
