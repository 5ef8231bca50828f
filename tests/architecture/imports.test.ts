import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const projectRoot = path.resolve(import.meta.dirname, '../..')
const rules = createRequire(import.meta.url)(path.join(projectRoot, '.dependency-cruiser.cjs')) as {
  readonly forbidden: NonNullable<IFlattenedRuleSet['forbidden']>
  readonly options: Readonly<Record<string, unknown>>
}

/** A small tree with one line for each way to break the table, and beside it the lawful counterpart. */
const TREE: Readonly<Record<string, string>> = {
  'shared/domain/entity.ts': `import { rule } from '../rules/rule'\nexport const entity = rule`,
  'shared/rules/rule.ts': `import type { Call } from '../ipc/call'\nexport const rule = (call: Call) => call`,
  'shared/ipc/call.ts': `export type Call = string`,
  'shared/review/clock.ts': `import { hostname } from 'node:os'\nexport const clock = hostname`,
  'electron/common/helper.ts': `export const helper = 1`,
  'electron/data/database.ts': `import Database from 'better-sqlite3'\nimport { decode } from '../media/decode'\nexport const database = [Database, decode]`,
  'electron/media/decode.ts': `import sharp from 'sharp'\nexport type Decoded = string\nexport const decode = sharp`,
  'electron/workflows/examine.ts': `import { decode } from '../media/decode'\nexport const examine = decode`,
  'electron/workflows/lawful.ts': `import type { Decoded } from '../media/decode'\nimport { helper } from '../common/helper'\nexport const lawful = (decoded: Decoded) => [decoded, helper]`,
  'electron/ipc/router.ts': `import { app } from 'electron'\nexport const router = app`,
  'electron/main/index.ts': `import { app } from 'electron'\nimport { router } from '../ipc/router'\nimport { lawful } from '../workflows/lawful'\nvoid [app, router, lawful]`,
  'renderer/view.vue': `<script setup lang="ts">\nimport { database } from '../electron/data/database'\nvoid database\n</script>\n<template><p /></template>`,
  'renderer/main.ts': `import View from './view.vue'\nvoid View`,
  'server/http/route.ts': `import pg from 'pg'\nimport { helper } from '../../electron/common/helper'\nexport const route = [pg, helper]`,
  'server/store/pool.ts': `import pg from 'pg'\nimport { route } from '../http/route'\nexport const pool = [pg, route]`,
  'server/intake/first.ts': `import { second } from './second'\nexport const first = (): unknown => second`,
  'server/intake/second.ts': `import { first } from './first'\nexport const second = (): unknown => first`,
  'server/main.ts': `import { pool } from './store/pool'\nimport { first } from './intake/first'\nimport { gone } from './gone'\nvoid [pool, first, gone]`,
  'cli/export.ts': `import { pool } from '../server/store/pool'\nimport fc from 'fast-check'\nvoid [pool, fc]`,
  'electron/common/forgotten.ts': `export {}`,
}

const BROKEN: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['shared/domain imports only what the table allows', 'shared/domain/entity.ts', 'shared/rules/rule.ts'],
  ['shared/rules imports only what the table allows', 'shared/rules/rule.ts', 'shared/ipc/call.ts'],
  ['no Node where there is none', 'shared/review/clock.ts', 'os'],
  [
    'electron/data imports only what the table allows',
    'electron/data/database.ts',
    'electron/media/decode.ts',
  ],
  [
    'electron/workflows imports only types of its ports',
    'electron/workflows/examine.ts',
    'electron/media/decode.ts',
  ],
  ['electron only in electron/main, electron/preload', 'electron/ipc/router.ts', 'node_modules/electron/'],
  ['renderer imports only what the table allows', 'renderer/view.vue', 'electron/data/database.ts'],
  ['pg only in server/store', 'server/http/route.ts', 'node_modules/pg/'],
  ['server imports only what the table allows', 'server/http/route.ts', 'electron/common/helper.ts'],
  ['cli imports only what the table allows', 'cli/export.ts', 'server/store/pool.ts'],
  ['no development packages in the product', 'cli/export.ts', 'node_modules/fast-check/'],
  ['nothing unresolvable', 'server/main.ts', './gone'],
  ['no orphans', 'electron/common/forgotten.ts', 'electron/common/forgotten.ts'],
  ['no cycles', 'server/intake/first.ts', 'server/intake/second.ts'],
]

let folder = ''
let violations: ICruiseResult['summary']['violations'] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'beian-imports-'))
  await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'))
  for (const name of ['package.json', 'tsconfig.base.json']) {
    await symlink(path.join(projectRoot, name), path.join(folder, name))
  }
  for (const [name, text] of Object.entries(TREE)) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  const result = await cruise(['shared', 'electron', 'renderer', 'server', 'cli'], {
    ...rules.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  })
  violations = (result.output as ICruiseResult).summary.violations
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('the import table', () => {
  it.each(BROKEN)('refuses: %s (%s)', (rule, from, to) => {
    const found = violations.filter((violation) => violation.rule.name === rule)
    expect(found.map((violation) => violation.from)).toContain(from)
    expect(found.some((violation) => violation.from === from && violation.to.includes(to))).toBe(true)
  })

  it('lets lawful imports pass', () => {
    const accused = new Set(violations.map((violation) => violation.from))
    for (const file of ['electron/workflows/lawful.ts', 'electron/main/index.ts', 'server/store/pool.ts']) {
      expect(accused, file).not.toContain(file)
    }
  })
})
