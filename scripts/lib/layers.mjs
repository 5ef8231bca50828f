/**
 * Who may import whom. ESLint (while typing) and dependency-cruiser (over the whole graph) both read this table.
 *
 * @typedef {{ folder: string, may: readonly string[], because: string }} Layer
 * may: folders besides its own; a trailing `#types` allows `import type` only
 * @typedef {{ packages: readonly string[], homes: readonly string[], because: string }} PackageHome
 */

const TABLE_BASE = ['shared/domain', 'shared/errors', 'shared/result', 'shared/canonicalJson']
const TABLE_MIDDLE = [
  'shared/filing',
  'shared/rules',
  'shared/calendar',
  'shared/imaging',
  'shared/reading',
  'shared/matching',
  'shared/review',
  'shared/advisor',
  'shared/audit',
  'shared/calls',
]
const PURE = 'shared/ is plain TypeScript that every process can use'

/** @type {readonly Layer[]} */
export const layers = [
  ...TABLE_BASE.map((folder) => ({
    folder,
    may: TABLE_BASE,
    because: `domain words stand below everything; ${PURE}`,
  })),
  ...TABLE_MIDDLE.map((folder) => ({
    folder,
    may: [...TABLE_BASE, ...TABLE_MIDDLE],
    because: `rules and calculations stand on the domain and below the contracts; ${PURE}`,
  })),
  ...['shared/ipc', 'shared/protocol', 'shared/package'].map((folder) => ({
    folder,
    may: ['shared'],
    because: PURE,
  })),
  { folder: 'electron/common', may: ['shared'], because: 'helpers know no feature that uses them' },
  {
    folder: 'electron/data',
    may: ['shared', 'electron/common'],
    because: 'the data worker must run in a plain Node thread, knowing nothing of windows or network',
  },
  {
    folder: 'electron/media',
    may: ['shared', 'electron/common'],
    because: 'the media process is stateless: hostile files meet neither keys nor database',
  },
  {
    folder: 'electron/workflows',
    may: ['shared', 'electron/common', 'electron/data#types', 'electron/media#types'],
    because: 'workflows reach the worker and the media process through ports only',
  },
  {
    folder: 'electron/ipc',
    may: ['shared', 'electron/workflows'],
    because: 'the router is tested without Electron and knows handlers only',
  },
  {
    folder: 'electron/preload',
    may: ['shared'],
    because: 'the preload is the sandboxed bridge and nothing else',
  },
  {
    folder: 'electron/main',
    may: [
      'shared',
      'electron/common',
      'electron/data',
      'electron/media',
      'electron/workflows',
      'electron/ipc',
      'electron/preload',
    ],
    because: 'the shell puts the others together',
  },
  { folder: 'renderer', may: ['shared'], because: 'the renderer reaches the rest over the bridge only' },
  { folder: 'server', may: ['shared'], because: 'the review server is deployed without the workstation' },
  {
    folder: 'cli',
    may: [
      'shared',
      'electron/common',
      'electron/data',
      'electron/media',
      'electron/workflows',
      'server/intake',
      'server/client#types',
      // How a desk without a window reaches the review server.
      'electron/main/reviewServerClient',
      'electron/main/secureFetch',
    ],
    because:
      'commands run without a window and without the server beside them; they read bundles with its reader',
  },
]

/** @type {readonly PackageHome[]} */
export const packageHomes = [
  {
    packages: ['electron'],
    homes: ['electron/main', 'electron/preload'],
    because: 'everything else must run and be tested without Electron',
  },
  {
    packages: ['better-sqlite3'],
    homes: ['electron/data'],
    because: 'one connection, in one thread, owns the local database',
  },
  {
    packages: [
      'sharp',
      'pdf-lib',
      'subset-font',
      'onnxruntime-node',
      'zxing-wasm',
      'pdfjs-dist',
      '@napi-rs/canvas',
    ],
    homes: ['electron/media'],
    because: 'hostile pictures are decoded in the killable media process only',
  },
  {
    packages: ['pg', '@electric-sql/pglite'],
    homes: ['server/store'],
    because: 'the rest of the server must not depend on which PostgreSQL it is',
  },
  {
    packages: ['prom-client'],
    homes: ['server'],
    because: 'only the review server is watched by Prometheus',
  },
  {
    packages: ['fastify', '@fastify/swagger', 'fastify-type-provider-zod'],
    homes: ['server'],
    because: 'only the review server answers HTTP',
  },
  {
    packages: [
      'vue',
      'vue-router',
      'vue-i18n',
      'pinia',
      'reka-ui',
      'openseadragon',
      '@lucide/vue',
      '@tanstack/vue-virtual',
      'echarts',
    ],
    homes: ['renderer'],
    because: 'what is shown is decided in the renderer',
  },
]

/** Folders whose code may not use Node's modules. */
export const withoutNode = ['shared', 'renderer', 'electron/preload']
