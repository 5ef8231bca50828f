import type { ListKind } from './listKinds'
import { readListOptions } from './listOptions'
import { takeList } from './takeList'
import { readSecrets } from '../recovery/readSecrets'

const EXIT = { done: 0, incomplete: 1, unusable: 2 } as const

function usageOf({ command, holds }: { readonly command: string; readonly holds: string }): string {
  return `Usage: npm run --silent ${command} -- --user NAME [--dry-run] [options] FILE

Takes in ${holds}.
Signs in at the review server as somebody who may record notices; the password is asked for, or read from standard input. A list can
be taken in any number of times.
  --user NAME   account at the review server
  --dry-run     says what would become of each line, and changes nothing
  --server URL  review server; BEIAN_SERVER_URL, or http://127.0.0.1:8787
  --ca FILE     certificates (PEM) of the authorities that alone may vouch for the server
  --pin PIN     sha256/… of the public key that the server must have

Exit code 0: every line was taken in, or was known already. 1: the list cannot be read, by line and field, and nothing was sent; or
some lines were not taken in, and why. 2: wrong use, or no answer from the server.`
}

/** Runs the command of one kind of list; answers its exit code. */
export async function runListCommand<Item, Answer>(
  kind: ListKind<Item, Answer>,
  argv: readonly string[],
): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(`${usageOf(kind)}\n`)
    return EXIT.done
  }
  const options = readListOptions(argv, process.env)
  if (options === null) {
    process.stderr.write(`${usageOf(kind)}\n`)
    return EXIT.unusable
  }
  try {
    const password = async () => (await readSecrets([`Password of ${options.user}`]))[0] ?? ''
    const taken = await takeList(kind, options, password)
    if (!taken.ok) {
      process.stderr.write(`${kind.command}: ${taken.error}\n`)
      return EXIT.unusable
    }
    process.stdout.write(`${taken.value.told.join('\n')}\n`)
    return taken.value.isWhole ? EXIT.done : EXIT.incomplete
  } catch (error) {
    process.stderr.write(`${kind.command}: ${error instanceof Error ? error.message : String(error)}\n`)
    return EXIT.unusable
  }
}
