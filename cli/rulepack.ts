import { parseArgs } from 'node:util'
import { describeDiff } from './rulepack/describeDiff'
import { draftFolder } from './rulepack/draftFolder'
import { makeKeyFiles } from './rulepack/makeKeyFiles'
import { packFolder } from './rulepack/packFolder'
import { readPackFolder } from './rulepack/readPackFolder'
import { DEVELOPMENT_KEY, PACKS_FOLDER, shippedPackFolders, signFolder } from './rulepack/signFolder'
import { verifyFolder } from './rulepack/verifyFolder'
import { refusal, success, type Result } from '../shared/result'
import { diffPacks } from '../shared/rules/diffPacks'
import { describePackProblem } from '../shared/rules/openRulePack'
import { SIGNATURE_FILE } from '../shared/rules/packSignature'
import { parseRulePack, type RulePack, type RulePackProblem } from '../shared/rules/rulePack'

const USAGE = `Usage: npm run --silent rulepack -- COMMAND

  sign [--key FILE] [FOLDER ...]     signs packs; without folders the shipped ones with the development key
  verify [--keys FILE] [FOLDER ...]  checks signature and content; without folders the shipped ones
  diff [--json] OLD NEW              what the pack in folder NEW says otherwise than the one in OLD
  draft PROPOSALS OLD NEW            writes the pack that would follow OLD into the new folder NEW, with a line for each
                                     proposal of the file that the screen of figures saved; edit, diff and sign it then
  zip FOLDER PACK.zip                packs a signed pack for import by a supervisor
  new-key NAME FILE                  makes FILE (private, for signing) and FILE.public.json (for RULE_PACK_KEYS)

Exit code 0: done and whole. 1: a pack is not whole. 2: wrong use, or a file could not be read or written.`

const EXIT = { done: 0, faulty: 1, unusable: 2 } as const

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        keys: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [first, second, third] = positionals
    switch (command) {
      case 'sign':
        return await each(positionals, (folder) => signFolder(folder, values.key ?? DEVELOPMENT_KEY))
      case 'verify':
        return await each(positionals, (folder) => verifyFolder(folder, values.keys))
      case 'diff':
        return first === undefined || second === undefined
          ? misused()
          : await diff(first, second, values.json)
      case 'draft':
        return first === undefined || second === undefined || third === undefined
          ? misused()
          : tell(third, await draftFolder(first, second, third))
      case 'zip':
        return first === undefined || second === undefined
          ? misused()
          : tell(first, await packFolder(first, second))
      case 'new-key':
        return first === undefined || second === undefined
          ? misused()
          : tell(second, success(await makeKeyFiles(first, second)))
      default:
        return misused()
    }
  } catch (error) {
    process.stderr.write(`rulepack: ${error instanceof Error ? error.message : String(error)}\n`)
    return EXIT.unusable
  }
}

function misused(): number {
  process.stderr.write(`${USAGE}\n`)
  return EXIT.unusable
}

type Done = Result<string, readonly RulePackProblem[]>

async function each(named: readonly string[], work: (folder: string) => Promise<Done>): Promise<number> {
  const folders = named.length > 0 ? named : await shippedPackFolders(PACKS_FOLDER)
  let exit: number = EXIT.done
  for (const folder of folders) {
    exit = Math.max(exit, tell(folder, await work(folder)))
  }
  return exit
}

function tell(place: string, done: Done): number {
  if (done.ok) {
    process.stdout.write(`${place}: ${done.value}\n`)
    return EXIT.done
  }
  for (const problem of done.error) {
    process.stderr.write(`${place}: ${describePackProblem(problem)}\n`)
  }
  return EXIT.faulty
}

async function diff(older: string, newer: string, asJson: boolean): Promise<number> {
  const [from, to] = [await readUnverified(older), await readUnverified(newer)]
  if (!from.ok || !to.ok) {
    return Math.max(from.ok ? EXIT.done : tell(older, from), to.ok ? EXIT.done : tell(newer, to))
  }
  const found = diffPacks(from.value, to.value)
  process.stdout.write(asJson ? `${JSON.stringify(found, null, 2)}\n` : describeDiff(found))
  return EXIT.done
}

/** Comparing is what one does before signing, so no signature is asked for. */
async function readUnverified(folder: string): Promise<Result<RulePack, readonly RulePackProblem[]>> {
  const read = await readPackFolder(folder)
  if (!read.ok) {
    return refusal(read.error)
  }
  const { [SIGNATURE_FILE]: _signature, ...content } = read.value
  return parseRulePack(content)
}
