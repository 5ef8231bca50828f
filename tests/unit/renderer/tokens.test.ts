import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer')
const tokens = readFileSync(path.join(RENDERER, 'styles/tokens.css'), 'utf8')

const THEMES = {
  light: ':root',
  dark: ":root[data-theme='dark']",
  contrast: ":root[data-theme='contrast']",
} as const

/** WCAG 2.2, success criterion 1.4.3: text of ordinary size. */
const AA_TEXT = 4.5
/** Success criterion 1.4.11: borders of controls, marks. */
const AA_PARTS = 3

function colours(selector: string): ReadonlyMap<string, string> {
  const start = tokens.indexOf(`${selector} {`)
  const block = tokens.slice(start, tokens.indexOf('\n}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const SURFACES = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-selected']
const TEXTS = ['text', 'text-muted', 'pass', 'fail', 'unsure', 'idle', 'accent-text']
const PAIRS: ReadonlyArray<readonly [string, string, number]> = [
  ...TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface, AA_TEXT] as const)),
  ['text-faint', 'surface', AA_TEXT],
  ['text-muted', 'stage', AA_TEXT],
  ['text-muted', 'canvas', AA_TEXT],
  ['text', 'fail-soft', AA_TEXT],
  ['text', 'unsure-soft', AA_TEXT],
  ['text-inverse', 'accent', AA_TEXT],
  ['text-inverse', 'accent-hover', AA_TEXT],
  ['text-inverse', 'pass', AA_TEXT],
  ['text-inverse', 'fail', AA_TEXT],
  ['text-inverse', 'idle', AA_TEXT],
  ['border-strong', 'surface', AA_PARTS],
  ['focus', 'surface', AA_PARTS],
  ['accent', 'surface', AA_PARTS],
]

describe('tokens', () => {
  it.each(Object.entries(THEMES))('have enough contrast in the %s theme', (_, selector) => {
    const own = colours(selector)
    const weak = PAIRS.map(([text, surface, least]) => {
      const ratio = contrast(own.get(text) ?? '#777777', own.get(surface) ?? '#777777')
      return { text, surface, ratio: Number(ratio.toFixed(2)), least }
    }).filter(({ ratio, least }) => ratio < least)
    expect(weak).toEqual([])
  })

  it('name the same colours in every theme', () => {
    const names = Object.values(THEMES).map((selector) => [...colours(selector).keys()].sort())
    expect(names[0]?.length).toBeGreaterThan(20)
    expect(names[1]).toEqual(names[0])
    expect(names[2]).toEqual(names[0])
  })

  it('are the only place with colours', () => {
    const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black|red|green|blue|gr[ae]y)\b/i
    const found = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(vue|css)$/.test(file) && !file.endsWith('tokens.css'))
      .flatMap((file) => {
        const text = readFileSync(path.join(RENDERER, file), 'utf8')
        const styles = file.endsWith('.css') ? text : text.slice(text.indexOf('<style'))
        return styles
          .split('\n')
          .filter((line) => literal.test(line))
          .map((line) => `${file}: ${line.trim()}`)
      })
    expect(found).toEqual([])
  })

  it('are all used and all defined', () => {
    const texts = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(vue|css)$/.test(file))
      .map((file) => readFileSync(path.join(RENDERER, file), 'utf8'))
    const namesIn = (text: string, pattern: RegExp): string[] =>
      [...text.matchAll(pattern)].map((match) => match[1] ?? '')
    const uses = texts.flatMap((text) => namesIn(text, /var\(--([\w-]+)\)/g))
    // A view sets what a shared class asks of it, such as the width of its second column.
    const defined = new Set(texts.flatMap((text) => namesIn(text, /^ *--([\w-]+):/gm)))
    expect([...new Set(uses)].filter((name) => !defined.has(name) && !name.startsWith('reka'))).toEqual([])
    expect([...defined].filter((name) => !uses.includes(name))).toEqual([])
  })
})
