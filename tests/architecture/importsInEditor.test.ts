import { ESLint } from 'eslint'
import path from 'node:path'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

/** Types are left out: these rules judge the text alone, and the files exist only here. */
const eslint = new ESLint({
  cwd: path.resolve(import.meta.dirname, '../..'),
  overrideConfig: [{ files: ['**/*.ts', '**/*.vue'], ...tseslint.configs.disableTypeChecked }],
})

async function complaints(file: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: file })
  return results.flatMap((result) =>
    result.messages.map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`),
  )
}

const FORBIDDEN: readonly (readonly [file: string, text: string, complaint: RegExp])[] = [
  ['shared/rules/a.ts', `import fs from 'node:fs'\nexport const a = fs`, /runs without Node/],
  ['shared/rules/a.ts', `import path from 'path'\nexport const a = path`, /runs without Node/],
  [
    'shared/rules/a.ts',
    `import { app } from 'electron'\nexport const a = app`,
    /Only electron\/main and electron\/preload/,
  ],
  ['shared/rules/a.ts', `import { ref } from 'vue'\nexport const a = ref`, /Only renderer may/],
  [
    'electron/media/a.ts',
    `import Database from 'better-sqlite3'\nexport const a = Database`,
    /Only electron\/data may/,
  ],
  ['electron/data/a.ts', `import sharp from 'sharp'\nexport const a = sharp`, /Only electron\/media may/],
  ['electron/data/a.ts', `import { b } from '../main/b'\nexport const a = b`, /electron\/data may not/],
  ['electron/ipc/a.ts', `import { b } from '../data/b'\nexport const a = b`, /electron\/ipc may not/],
  [
    'electron/main/a.ts',
    `import { ipcMain } from 'electron'\nexport const a = ipcMain`,
    /registerIpc\.ts only/,
  ],
  ['electron/main/a.ts', `export const a = (contents) => contents.send('x')`, /registerIpc\.ts only/],
  ['electron/main/a.ts', `export const a = (shell) => shell.openExternal('x')`, /openExternal\.ts only/],
  [
    'renderer/views/a.ts',
    `import { b } from '../../electron/main/b'\nexport const a = b`,
    /renderer may not/,
  ],
  ['renderer/views/a.ts', `export const a = window.desk`, /renderer\/api/],
  ['renderer/views/a.ts', `export const a = fetch('x')`, /has no network/],
  ['renderer/views/a.ts', `export const a = localStorage`, /Nothing is stored/],
  [
    'renderer/views/A.vue',
    `<script setup lang="ts">\nconst a = window.desk\n</script>\n<template><p>{{ a }}</p></template>`,
    /renderer\/api/,
  ],
  [
    'renderer/views/A.vue',
    `<script setup lang="ts">\nconst a = ''\n</script>\n<template><p v-html="a" /></template>`,
    /v-html/,
  ],
  ['server/http/a.ts', `import { b } from '../../cli/b'\nexport const a = b`, /server may not/],
  ['server/http/a.ts', `export default 1`, /Name what is exported/],
  ['server/http/a.ts', `export enum A { B }`, /union of strings/],
  ['shared/calendar/a.ts', `export const a = (date: Date) => date.getHours()`, /China time/],
  ['shared/calendar/a.ts', `export const a = () => Date.now()`, /Take the clock/],
  ['electron/workflows/a.ts', `export const a = () => new Date()`, /Take the clock/],
  ['electron/workflows/a.ts', `export const a = () => crypto.randomUUID()`, /Take ids/],
  ['tests/unit/a.test.ts', `import { it } from 'vitest'\nit.only('a', () => {})`, /vitest\/no-focused-tests/],
  [
    'tests/unit/a.test.ts',
    `import { it } from 'vitest'\nit.skip('a', () => {})`,
    /vitest\/no-disabled-tests/,
  ],
]

describe('the rules that the editor shows', () => {
  it.each(FORBIDDEN)('refuse in %s: %s', async (file, text, complaint) => {
    expect((await complaints(file, text)).join('\n')).toMatch(complaint)
  })

  it.each([
    ['electron/main/registerIpc.ts', `import { ipcMain } from 'electron'\nexport const a = ipcMain`],
    ['electron/data/a.ts', `import { b } from '../common/b'\nexport const a = b`],
    ['renderer/api/a.ts', `export const a = window.desk`],
    ['server/store/a.ts', `import pg from 'pg'\nexport const a = pg`],
    ['shared/rules/a.ts', `import { b } from '../domain/filing'\nexport const a = b`],
  ])('let pass in %s: %s', async (file, text) => {
    expect(await complaints(file, text)).toEqual([])
  })
})
