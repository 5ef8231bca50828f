import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { unwrapFont } from './unwrapFont'

const FAMILY = 'Noto Sans SC'
/** Packages of fonts and the weights that are drawn. The first draws every bundle, all of them the labelled corpus. */
const FONTS = [
  ['noto-sans-sc', ['100Thin', '300Light', '400Regular', '500Medium', '700Bold', '900Black']],
  ['noto-serif-sc', ['300Light', '400Regular', '500Medium', '700Bold', '900Black']],
  ['zcool-xiaowei', ['400Regular']],
  ['ma-shan-zheng', ['400Regular']],
  ['zhi-mang-xing', ['400Regular']],
] as const
/** Fonts that come wrapped for the web; of the labelled corpus's tuning world. */
const WRAPPED_FONTS = [
  'lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
  'lxgw-wenkai/files/lxgw-wenkai-latin-700-normal.woff',
  'long-cang/files/long-cang-chinese-simplified-400-normal.woff',
  'liu-jian-mao-cao/files/liu-jian-mao-cao-chinese-simplified-400-normal.woff',
] as const

export const FONT_FAMILY = FAMILY

/**
 * Points fontconfig at the fonts of the npm packages alone, so that a machine without Chinese fonts draws no boxes and
 * all machines draw the same. fontconfig reads the variable once, at the first text that a process draws.
 */
export function useSpecimenFonts(): void {
  const folder = path.join(os.tmpdir(), `beian-desk-specimen-fonts-${String(os.userInfo().uid)}`)
  const content = configuration(folder)
  // Two checkouts on a machine have fonts of their own.
  const file = path.join(
    folder,
    `fonts-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.conf`,
  )
  if (process.env['FONTCONFIG_FILE'] === file) {
    return
  }
  mkdirSync(path.join(folder, 'unwrapped'), { recursive: true })
  unwrapFonts(path.join(folder, 'unwrapped'))
  writeWhole(file, content)
  process.env['FONTCONFIG_FILE'] = file
}

function unwrapFonts(folder: string): void {
  const require = createRequire(import.meta.url)
  for (const font of WRAPPED_FONTS) {
    const from = require.resolve(`@fontsource/${font}`)
    const to = path.join(folder, `${path.basename(from, '.woff')}.ttf`)
    // Ten megabytes each, which need not be unwrapped by every process.
    if (!existsSync(to)) {
      writeWhole(to, unwrapFont(readFileSync(from)))
    }
  }
}

/** Several processes start at once; each writes a whole file of its own and the last one stays. */
function writeWhole(file: string, content: string | Buffer): void {
  const draft = `${file}.${String(process.pid)}`
  writeFileSync(draft, content)
  renameSync(draft, file)
}

function configuration(folder: string): string {
  const require = createRequire(import.meta.url)
  const folders = FONTS.flatMap(([name, weights]) => {
    const fonts = path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
    return weights.map((weight) => `  <dir>${path.join(fonts, weight)}</dir>`)
  })
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...folders,
    `  <dir>${path.join(folder, 'unwrapped')}</dir>`,
    `  <cachedir>${path.join(folder, 'cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}
