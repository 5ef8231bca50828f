import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/**
 * Asks for secrets one after the other, on the terminal without showing what is typed, otherwise one line of standard
 * input each. Never as arguments: those are seen by everybody on the machine and kept by the shell.
 */
export async function readSecrets(questions: readonly string[]): Promise<readonly string[]> {
  const isTerminal = process.stdin.isTTY
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal })
  const arriving = lines[Symbol.asyncIterator]()
  const secrets: string[] = []
  try {
    for (const question of questions) {
      process.stderr.write(`${question}: `)
      const line = await arriving.next()
      process.stderr.write('\n')
      if (line.done === true || line.value === '') {
        throw new Error('Nothing was entered')
      }
      secrets.push(line.value)
    }
  } finally {
    lines.close()
  }
  return secrets
}
