import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { toFigure, type Bench, type ReportSection } from './frame/bench'
import { writeReport } from './frame/writeReport'

const SUFFIX = '.bench.ts'

/** `run.ts NAME [--full] [--report FILE]`: runs one bench, a line of JSON for each figure. */
async function main(args: readonly string[]): Promise<number> {
  const names = (await readdir(import.meta.dirname))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
  const [name] = args.filter((arg) => !arg.startsWith('--'))
  if (name === undefined || !names.includes(name)) {
    console.error(`usage: npm run --silent bench -- NAME [--full]\nbenches: ${names.join(', ')}`)
    return 2
  }
  const { bench } = (await import(pathToFileURL(path.join(import.meta.dirname, name + SUFFIX)).href)) as {
    readonly bench: Bench
  }
  const full = args.includes('--full')
  const figures: ReturnType<typeof toFigure>[] = []
  const startedAt = performance.now()
  const sections: ReportSection[] = []
  await bench.run(
    (measured) => {
      const figure = toFigure(name, measured)
      figures.push(figure)
      console.log(JSON.stringify(figure))
    },
    full,
    (section) => {
      sections.push(section)
    },
  )
  if (full) {
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    await writeReport({ name, bench, figures, seconds, sections })
  }
  return figures.length > 0 && figures.every(({ holds }) => holds) ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
