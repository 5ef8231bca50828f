import { readFile } from 'node:fs/promises'
import { text as readText } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { loadAdvisorTable } from './advise/loadAdvisorTable'
import { readQuestion } from './advise/readQuestion'
import { advise } from '../shared/advisor/advise'
import { chinaDate } from '../shared/calendar/chinaTime'

const USAGE = `Usage: npm run --silent advise -- FILE.json

Answers whether a site needs a filing, with the reason and where it stands. FILE.json: what is known, "-" for standard
input (docs/advisor.md). Prints JSON.

Exit code 0: answered. 3: the question of a filing stays open and names what is missing. 1: the question is wrong; its
fields are named. 2: the file could not be read, or wrong use.`

const EXIT = { answered: 0, wrong: 1, unusable: 2, open: 3 } as const

process.exitCode = await run(process.argv.slice(2))

async function run(argv: readonly string[]): Promise<number> {
  const file = fileOf(argv)
  if (file === null) {
    process.stderr.write(`${USAGE}\n`)
    return EXIT.unusable
  }
  let text: string
  try {
    text = file === '-' ? await readText(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    process.stderr.write(`advise: ${file} cannot be read (${code})\n`)
    return EXIT.unusable
  }
  const question = readQuestion(text, chinaDate(Date.now()))
  if (!question.ok) {
    print({ problems: question.error })
    return EXIT.wrong
  }
  const advice = advise(await loadAdvisorTable(), question.value)
  print(advice)
  const isOpen = advice.topics.some(({ topic, state }) => topic === 'filing' && state === 'open')
  return isOpen ? EXIT.open : EXIT.answered
}

function fileOf(argv: readonly string[]): string | null {
  try {
    const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: {} })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0 ? null : file
  } catch {
    return null
  }
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
