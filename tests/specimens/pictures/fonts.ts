import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const FAMILY = 'Noto Sans SC'
/** Packages of fonts and the weights that are drawn. The first draws every bundle, all of them the labelled corpus. */
const FONTS = [
  ['noto-sans-sc', ['100Thin', '300Light', '400Regular', '500Medium', '700Bold', '900Black']],
  ['noto-serif-sc', ['300Light', '400Regular', '500Medium', '700Bold', '900Black']],
  ['zcool-xiaowei', ['400Regular']],
  ['ma-shan-zheng', ['400Regular']],
  ['zhi-mang-xing', ['400Regular']],
] as const

export const FONT_FAMILY = FAMILY

/**
 * Points fontconfig at the fonts of the npm packages alone, so that a machine without Chinese fonts draws no boxes and
 * all machines draw the same. fontconfig reads the variable once, at the first text that a process draws.
 */
export function useSpecimenFonts(): void {
  const folder = path.join(os.tmpdir(), `beian-desk-specimen-fonts-${String(os.userInfo().uid)}`)
  const file = path.join(folder, 'fonts.conf')
  if (process.env['FONTCONFIG_FILE'] === file) {
    return
  }
  mkdirSync(folder, { recursive: true })
  // Several processes start at once; each writes a whole file of its own and the last one stays.
  const draft = `${file}.${String(process.pid)}`
  writeFileSync(draft, configuration(folder))
  renameSync(draft, file)
  process.env['FONTCONFIG_FILE'] = file
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
    `  <cachedir>${path.join(folder, 'cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}
