import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { judgeBundle } from './checklist/judgeBundle'
import { packBundle } from './intake/packBundle'
import type { BundleSource } from './intake/findBundles'
import { loadRulePacks } from '../electron/common/resources/loadRulePacks'
import { chinaDate } from '../shared/calendar/chinaTime'
import { dateSchema } from '../shared/domain/filing'
import { packInForce, type RulePack } from '../shared/rules/rulePack'

const USAGE = `Usage: npm run --silent checklist -- BUNDLE [--today YYYY-MM-DD] [--pack VERSION]

Judges a filing bundle (a folder with filing.json, or a .zip of one) and prints its checklist as JSON.
Needs no database, no server and no network.
  --today DATE     judge as on this China date; without it, today
  --pack VERSION   judge by this rule pack; without it, by the one in force on the day of submission

Exit code 0: judged, whatever the verdicts. 1: the bundle is not in order; the fields and files are named. 2: wrong
use, or the bundle cannot be read.`

const EXIT = { judged: 0, bad: 1, unusable: 2 } as const
const PACKS = path.resolve(import.meta.dirname, '../resources/rulepacks')

interface Order {
  readonly bundle: string
  readonly today: string
  readonly pack: string | undefined
}

process.exitCode = await run(process.argv.slice(2), Date.now())

async function run(argv: readonly string[], now: number): Promise<number> {
  const order = readOrder(argv, chinaDate(now))
  if (order === null) {
    return misused(USAGE)
  }
  const source = await findBundle(order.bundle)
  if (source === null) {
    return misused(`checklist: ${order.bundle} is neither a folder nor a .zip that can be read`)
  }
  const { packs } = await loadRulePacks(PACKS)
  const known = packs.map(({ pack }) => pack)
  if (known.length === 0) {
    return misused('checklist: no shipped rule pack can be used; npm run rulepack -- verify says why')
  }
  const chosen = known.find(({ version }) => version === order.pack)
  if (order.pack !== undefined && chosen === undefined) {
    const versions = known.map(({ version }) => version).join(', ')
    return misused(`checklist: there is no rule pack ${order.pack}; there are: ${versions}`)
  }
  const packed = await packBundle(source)
  const report = packed.ok
    ? await judgeBundle({
        bytes: packed.value,
        packFor: (submittedAt) => chosen ?? packFor(known, submittedAt),
        today: order.today,
        now,
      })
    : packed
  print(report.ok ? report.value : { problems: report.error })
  return report.ok ? EXIT.judged : EXIT.bad
}

function readOrder(argv: readonly string[], today: string): Order | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { today: { type: 'string' }, pack: { type: 'string' } },
    })
    const [bundle, ...more] = positionals
    const on = dateSchema.safeParse(values.today ?? today)
    return bundle === undefined || more.length > 0 || !on.success
      ? null
      : { bundle, today: on.data, pack: values.pack }
  } catch {
    return null
  }
}

async function findBundle(place: string): Promise<BundleSource | null> {
  const stat = await lstat(place).catch(() => null)
  const name = path.basename(path.resolve(place))
  if (stat?.isDirectory() === true) {
    return { name, path: place, kind: 'folder' }
  }
  return stat?.isFile() === true ? { name, path: place, kind: 'zip' } : null
}

/** The pack in force on the day of submission; before the first one, the first, as the server does. */
function packFor(packs: readonly RulePack[], submittedAt: string): RulePack {
  const oldest = packs.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))[0]
  const pack = packInForce(packs, chinaDate(Date.parse(submittedAt))) ?? oldest
  if (pack === undefined) {
    throw new Error('No shipped rule pack can be used; npm run rulepack -- verify says why')
  }
  return pack
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function misused(text: string): number {
  process.stderr.write(`${text}\n`)
  return EXIT.unusable
}
