/**
 * Writes shared/domain/identifiers/mobileRegionTable.ts anew from libphonenumber's geocoding data for China, a text of
 * lines `13000|place` or `8613000|place` (resources/geocoding/zh/86.txt of that project):
 *
 *   node scripts/mobile-regions.mjs 86.txt 2026-07-30
 *
 * The second argument is the day of the data, which the table names.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

const PROVINCES = {
  北京: 11,
  天津: 12,
  河北: 13,
  山西: 14,
  内蒙古: 15,
  辽宁: 21,
  吉林: 22,
  黑龙江: 23,
  上海: 31,
  江苏: 32,
  浙江: 33,
  安徽: 34,
  福建: 35,
  江西: 36,
  山东: 37,
  河南: 41,
  湖北: 42,
  湖南: 43,
  广东: 44,
  广西: 45,
  海南: 46,
  重庆: 50,
  四川: 51,
  贵州: 52,
  云南: 53,
  西藏: 54,
  陕西: 61,
  甘肃: 62,
  青海: 63,
  宁夏: 64,
  新疆: 65,
}
const FIRST = 1_300_000
const END = 2_000_000

const [source, date] = process.argv.slice(2)
if (source === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date ?? '')) {
  throw new Error('usage: node scripts/mobile-regions.mjs FILE YYYY-MM-DD')
}

const rows = (await readFile(source, 'utf8'))
  .split('\n')
  .map((line) => /^(?:86)?(1[3-9]\d{0,5})\|(.+)$/.exec(line.trim()))
  .filter((row) => row !== null)
  .map(([, prefix = '', place = '']) => ({ prefix, province: provinceOf(place) }))
  // A longer prefix says more than the shorter one around it.
  .toSorted((one, other) => one.prefix.length - other.prefix.length)

const provinces = new Uint8Array(END - FIRST)
for (const { prefix, province } of rows) {
  const width = 10 ** (7 - prefix.length)
  const start = Number(prefix) * width - FIRST
  provinces.fill(province, start, start + width)
}

/** @type {{ province: number, length: number }[]} */
const runs = []
for (const province of provinces) {
  const last = runs.at(-1)
  if (last?.province === province) {
    last.length += 1
  } else {
    runs.push({ province, length: 1 })
  }
}
const table = runs
  .map(
    ({ province, length }) =>
      `${province === 0 ? '--' : String(province)}${length === 1 ? '' : String(length)}`,
  )
  .join(' ')

await writeFile(
  path.join(import.meta.dirname, '../shared/domain/identifiers/mobileRegionTable.ts'),
  `/**
 * Divisions of mobile numbers, drawn by scripts/mobile-regions.mjs from the geocoding data of libphonenumber
 * (resources/geocoding/zh/86.txt, Apache-2.0, The Libphonenumber Authors) as of ${date}. One run after the other from
 * 1300000 on: two digits of the division (\`--\` where none is known), then how many seven-digit beginnings it covers.
 */
export const MOBILE_REGION_RUNS =
  '${table}'
`,
)

/**
 * @param {string} place
 * @returns {number}
 */
function provinceOf(place) {
  const found = Object.entries(PROVINCES).find(([name]) => place.startsWith(name))
  if (found === undefined) {
    throw new Error(`no division opens ${place}`)
  }
  return found[1]
}
