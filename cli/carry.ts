import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { enrol } from './carry/enrol'
import { readCarryOrder, type CarryOrder } from './carry/carryOrder'
import {
  CarryRefusedError,
  CarryUnansweredError,
  takeBundle,
  writeBundle,
  type CarryServer,
} from './carry/carryRequests'

const USAGE = `Usage: npm run --silent carry -- out --server URL --user NAME [--desk ID] [--hours 72] [--cases 5] FILE
       npm run --silent carry -- in --server URL FILE
       npm run --silent carry -- enrol --server URL [--fingerprint TEXT] REQUEST REPLY

Exchanges cases with a desk that has no network, by files; as the supervisor BEIAN_USERNAME with BEIAN_PASSWORD.
  --server URL  https, or http on this machine
  out           writes a bundle for the desk: everything that the person has, made to last
  --user NAME   whose desk it is for
  --desk ID     which of the person's desks (its sync panel shows the id), when there are several
  --hours N     how long the holds last from now
  --cases N     up to how many cases are reserved for the person besides, 10 at most
  in            takes a bundle that came from a desk
  enrol         makes a desk known that never had a network: takes its REQUEST and writes the REPLY for it
  --fingerprint TEXT
                what the screen of that machine shows, told by another way than the file; asked for when it is left out

Exit code 0: done. 1: refused; nothing was changed. 2: wrong use, a file that cannot be used, or no answer from the server.
Where it is said that something may have been applied, the same command is run again: no bundle is taken twice.`

const EXIT = { done: 0, refused: 1, unusable: 2 } as const

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  const order = readCarryOrder(argv)
  if (order === null) {
    process.stderr.write(`${USAGE}\n`)
    return EXIT.unusable
  }
  const { url, file } = order
  const { BEIAN_USERNAME: username = '', BEIAN_PASSWORD: password = '' } = process.env
  try {
    process.stdout.write(`${await carry({ url, username, password }, file, order)}\n`)
    return EXIT.done
  } catch (error) {
    if (error instanceof CarryRefusedError) {
      process.stderr.write(`carry: ${error.message}\n`)
      return EXIT.refused
    }
    if (error instanceof CarryUnansweredError) {
      process.stderr.write(`carry: ${error.message}\n`)
      return EXIT.unusable
    }
    if (error instanceof Error && 'code' in error) {
      const used = 'path' in error ? String(error.path) : file
      process.stderr.write(`carry: ${used} cannot be used (${String(error.code)})\n`)
      return EXIT.unusable
    }
    throw error
  }
}

async function carry(server: CarryServer, file: string, order: CarryOrder): Promise<string> {
  if (order.way === 'enrol') {
    return enrol(server, order, ask)
  }
  if (order.way === 'out') {
    const { bytes, number, cases } = await writeBundle(server, order.request)
    // An earlier bundle is not written over: it may be on its way.
    await writeFile(file, bytes, { mode: 0o600, flag: 'wx' })
    return `bundle ${number} with ${cases} cases: ${file}`
  }
  const { number, displayName, applied, refused } = await takeBundle(server, await readFile(file))
  return `bundle ${String(number)} of ${displayName}: ${String(applied)} carried out, ${String(refused)} refused`
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    // Where the input ends without a line, nothing was typed.
    return await Promise.race([terminal.question(question), once(terminal, 'close').then(() => '')])
  } finally {
    terminal.close()
  }
}
