import { readFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { sameReport, withDate } from './reportDate'
import { makeRulesReport } from './rulesReport'
import { judgedInForce, proveRule } from '../unit/rules/proof/proveRule'
import { readShippedRulePack } from '../helpers/shippedRulePack'

const USAGE = 'usage: npm run report -- rules'
const FOLDER = path.join(import.meta.dirname, '../../docs/reports')

/** What can be reported: each answers with a page that the same sources give again. */
const REPORTS: Readonly<Record<string, () => Promise<string>>> = {
  rules: async () => {
    const pack = await readShippedRulePack()
    return makeRulesReport(
      pack,
      judgedInForce(pack).map((rule) => proveRule(pack, rule)),
    )
  },
}

const [name = ''] = process.argv.slice(2)
const report = REPORTS[name]
if (report === undefined) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  await write(path.join(FOLDER, `${name}.md`), await report())
}

async function write(file: string, page: string): Promise<void> {
  const options = await resolveConfig(file)
  const text = await format(page, { ...options, parser: 'markdown' })
  const before = await readFile(file, 'utf8').catch(() => '')
  if (sameReport(before, text)) {
    console.log(`${path.relative(process.cwd(), file)} is up to date`)
    return
  }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, withDate(text, new Date().toISOString().slice(0, 10)))
  console.log(`${path.relative(process.cwd(), file)} written`)
}
