import eslint from '@eslint/js'
import vitest from '@vitest/eslint-plugin'
import { defineConfig, globalIgnores } from 'eslint/config'
import pluginVue from 'eslint-plugin-vue'
import globals from 'globals'
import { builtinModules } from 'node:module'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'
import { layers, packageHomes, withoutNode } from './scripts/lib/layers.mjs'
import { readVueFilesAsTheirScripts } from './scripts/lib/lintedVueScripts.mjs'

readVueFilesAsTheirScripts()

const PRODUCT = ['shared', 'electron', 'renderer', 'server', 'cli']
const FOLDERS = [...new Set(layers.map((layer) => layer.folder))]
const SOURCES = ['**/*.ts', '**/*.vue']

const BASE_SYNTAX = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of strings or a const array: enums leave code behind and do not narrow from data.',
  },
]
const NAMED_EXPORTS = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what is exported, so that the same word is used everywhere.',
}
const LOCAL_TIME = {
  selector:
    'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/]',
  message: "This follows the machine's time zone; deadlines are in China time: use shared/calendar.",
}
const CLOCK_AND_CHANCE = [
  {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the clock as an argument, so that tests decide what time it is.',
  },
  {
    selector:
      "CallExpression[callee.object.name='Math'][callee.property.name='random'], CallExpression[callee.property.name='randomUUID']",
    message: 'Take ids and chance as an argument, so that results can be repeated.',
  },
]
const BRIDGE = {
  selector: "MemberExpression[object.name=/^(window|globalThis)$/][property.name='desk']",
  message: 'Only renderer/api touches the bridge; call it from there.',
}
const SEND_TO_WINDOW = {
  selector:
    "CallExpression[callee.property.name='send'][callee.object.name=/[cC]ontents$/], CallExpression[callee.property.name='send'][callee.object.property.name='webContents']",
  message: 'Events to windows are parsed and sent in electron/main/registerIpc.ts only.',
}
const OPEN_EXTERNAL = {
  selector: "MemberExpression[property.name='openExternal'], MemberExpression[property.name='openPath']",
  message: 'Links leave through electron/main/openExternal.ts only, which admits http(s) and nothing else.',
}

export default defineConfig(
  globalIgnores(['node_modules/', 'out/', 'dist/', '.cache/', 'demo-output/', 'test-results/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: SOURCES,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    extends: [pluginVue.configs['flat/recommended']],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser },
      globals: globals.browser,
    },
    rules: {
      // Prettier decides the layout.
      ...Object.fromEntries(layoutRules().map((name) => [name, 'off'])),
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-v-html': 'error',
      // One-word names are the words of the trade (Queue, Case).
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    rules: {
      curly: ['error', 'all'],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...BASE_SYNTAX],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...BASE_SYNTAX, NAMED_EXPORTS] },
  },
  {
    files: ['shared/**/*.ts', 'electron/workflows/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...BASE_SYNTAX, NAMED_EXPORTS, LOCAL_TIME, ...CLOCK_AND_CHANCE],
    },
  },
  {
    files: ['renderer/**/*.ts'],
    ignores: ['renderer/api/**'],
    rules: { 'no-restricted-syntax': ['error', ...BASE_SYNTAX, NAMED_EXPORTS, BRIDGE, LOCAL_TIME] },
  },
  {
    files: ['renderer/**/*.vue'],
    rules: { 'no-restricted-syntax': ['error', ...BASE_SYNTAX, BRIDGE, LOCAL_TIME] },
  },
  {
    files: ['electron/main/**/*.ts'],
    ignores: ['electron/main/registerIpc.ts', 'electron/main/openExternal.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...BASE_SYNTAX, NAMED_EXPORTS, SEND_TO_WINDOW, OPEN_EXTERNAL],
    },
  },
  ...FOLDERS.map((folder) => restrictImports(folder)),
  restrictImports('electron/main', ['electron/main/registerIpc.ts'], ['ipcMain']),
  {
    files: ['renderer/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
          name,
          message: 'The renderer has no network; ask over the bridge.',
        })),
        ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
          name,
          message:
            'Nothing is stored in the renderer: what must last goes over the bridge into the encrypted database.',
        })),
      ],
    },
  },
  { files: ['shared/**', 'electron/**', 'renderer/**'], rules: { 'no-console': 'error' } },
  {
    files: PRODUCT.flatMap((folder) => [`${folder}/**/*.ts`, `${folder}/**/*.vue`]),
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['tests/**/*.ts'],
    plugins: { vitest },
    rules: {
      ...vitest.configs.recommended.rules,
      'vitest/no-focused-tests': 'error',
      'vitest/no-disabled-tests': 'error',
      'vitest/no-commented-out-tests': 'error',
      // Helpers that assert have names of their own; a table of cases may build its titles.
      'vitest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] },
      ],
      'vitest/valid-title': ['error', { allowArguments: true }],
      // The second argument says which of many cases failed.
      'vitest/valid-expect': ['error', { maxArgs: 2 }],
    },
  },
  {
    files: ['tests/e2e/**/*.ts'],
    rules: Object.fromEntries(Object.keys(vitest.configs.recommended.rules).map((name) => [name, 'off'])),
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['scripts/**/*.mjs'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
)

/** @returns {string[]} */
function layoutRules() {
  return Object.entries(pluginVue.rules)
    .filter(([, rule]) => rule.meta?.type === 'layout')
    .map(([name]) => `vue/${name}`)
}

/**
 * The part of the import table that can be judged by the written path alone, so that the editor says it at once.
 * dependency-cruiser judges the resolved graph.
 *
 * @param {string} folder
 * @param {readonly string[]} [ignores]
 * @param {readonly string[]} [restrictedElectron] names of Electron that are used elsewhere only
 */
function restrictImports(folder, ignores = [], restrictedElectron = []) {
  const layer = layers.find((entry) => entry.folder === folder)
  const foreign = packageHomes.filter((home) => !home.homes.some((place) => overlap(folder, place)))
  const paths = [
    ...foreign.flatMap((home) =>
      home.packages.map((name) => ({
        name,
        message: `Only ${home.homes.join(' and ')} may: ${home.because}.`,
      })),
    ),
    ...(restrictedElectron.length === 0
      ? []
      : [
          {
            name: 'electron',
            importNames: [...restrictedElectron],
            message:
              'Raw ipcMain is used in electron/main/registerIpc.ts only, where every request is parsed.',
          },
        ]),
  ]
  const node = withoutNode.some((place) => `${folder}/`.startsWith(`${place}/`))
    ? [
        {
          regex: `^(node:.*|${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`,
          message: `${folder} runs without Node.`,
        },
      ]
    : []
  return {
    files: [`${folder}/**/*.ts`, `${folder}/**/*.vue`, `${folder}.ts`],
    ignores: [...ignores],
    rules: {
      'no-restricted-imports': ['error', { paths, patterns: [...foreignFolders(folder, layer), ...node] }],
    },
  }
}

/**
 * @param {string} folder
 * @param {string} place
 * @returns {boolean} whether one lies in the other
 */
function overlap(folder, place) {
  return `${folder}/`.startsWith(`${place}/`) || `${place}/`.startsWith(`${folder}/`)
}

/**
 * @param {string} folder
 * @param {import('./scripts/lib/layers.mjs').Layer | undefined} layer
 */
function foreignFolders(folder, layer) {
  const may = (layer?.may ?? []).map((name) => name.replace('#types', ''))
  const forbidden = [...FOLDERS, 'tests', 'scripts'].filter(
    (other) =>
      other !== folder && !may.some((allowed) => other === allowed || other.startsWith(`${allowed}/`)),
  )
  return forbidden
    .filter((other) => !other.startsWith('shared/'))
    .map((other) => {
      const [area = other, inner] = other.split('/')
      // Neighbours in electron/ are written `../main/x`, others with their area's name.
      const written = inner !== undefined && folder.startsWith(`${area}/`) ? inner : other
      // Parts of a folder that are open to this one though the rest of it is not.
      const open = may.flatMap((allowed) =>
        allowed.startsWith(`${other}/`) ? [`${allowed.slice(other.length + 1)}(/|$)`] : [],
      )
      const exceptOpen = open.length === 0 ? '' : `(?!${open.join('|')})`
      return {
        // `shared/ipc` is everybody's and not the neighbour `electron/ipc`.
        regex: `^(\\.\\.?/)+(?!(\\.\\.?/)*shared/)(.*/)?${written}/${exceptOpen}`,
        message: `${folder} may not: ${layer?.because ?? ''}.`,
      }
    })
}
