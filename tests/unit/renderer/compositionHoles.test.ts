import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
/** The one place that listens for keys on the window, behind the guard of compositions. */
const HOME = 'renderer/composables/useKeys.ts'

/** Letting a key go ends there what pressing it began: a press that the guard kept has begun nothing. */
const LETS_GO = 'renderer/composables/viewerKeys.ts'

const sources = ['renderer', 'electron/main', 'electron/preload'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name))
    .map((name) => ({
      file: `${folder}/${name.split(path.sep).join('/')}`,
      text: readFileSync(path.join(root, folder, name), 'utf8'),
    })),
)

function placesOf(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
}

/**
 * The guard stands on the window and in the capture phase, so it comes before every field, dialog and shortcut of the
 * page. It is passed by only in these ways.
 */
describe('nothing passes the guard of compositions by', () => {
  it.each([
    ['keys in the capture phase', /@key\w+(\.\w+)*\.capture|onKey\w+Capture/],
    ['keys that the shell takes before the page has them', /before-input-event|globalShortcut|accelerator/i],
    ['forms that are sent without their event', /\.requestSubmit\(|HTMLFormElement/],
    ['pages within the page, which have a window of their own', /<(iframe|webview)\b/],
  ])('%s', (_what, pattern) => {
    expect(placesOf(pattern)).toEqual([])
  })

  it('hears keys that are let go in one place, which an input method reports after it has taken them', () => {
    expect(placesOf(/keyup|keypress/)).toEqual([LETS_GO])
  })

  it('listens for keys outside of elements in one place', () => {
    expect(placesOf(/addEventListener\(\s*'(key|composition)/)).toEqual([HOME, LETS_GO])
  })

  it('sends no form that does not keep the browser from sending it as well', () => {
    const forms = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/<form\b[^>]*>/g)].map(([tag]) => ({ file, tag })),
    )
    expect(forms.length).toBeGreaterThan(5)
    expect(forms.filter(({ tag }) => !tag.includes('@submit.prevent'))).toEqual([])
  })

  it('puts its own listeners before those of the page', () => {
    const home = sources.find(({ file }) => file === HOME)?.text ?? ''
    const first = home.slice(home.indexOf('export function installKeys'))
    expect(
      first.match(/addEventListener\(\s*'(compositionstart|compositionend|keydown|submit)'/g),
    ).toHaveLength(5)
    expect(first.match(/\bfirst,?\s*\)/g)).toHaveLength(4)
  })
})
