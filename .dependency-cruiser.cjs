// The import table over the whole graph: scripts/lib/layers.mjs says who may import whom and why.
const { layers, packageHomes, withoutNode } = require('./scripts/lib/layers.mjs')

const PROJECT = '^(shared|electron|renderer|server|cli|tests|scripts)/'
const ENTRIES = [
  '^electron/main/index\\.ts$',
  '^electron/data/worker\\.ts$',
  '^electron/media/process\\.ts$',
  '^electron/preload/index\\.ts$',
  '^renderer/main\\.ts$',
  '^server/main\\.ts$',
  '^cli/[^/]+\\.ts$',
  '^scripts/[^/]+\\.mjs$',
  '^scripts/demo/run\\.ts$',
  '^scripts/runtime-app/',
  '^tests/',
  '\\.d\\.ts$',
  '^[^/]+$',
]

const inFolder = (name) => `^${name}(/|\\.ts$)`
const isTypes = (name) => name.endsWith('#types')

const layerRules = layers.flatMap(({ folder, may, because }) => {
  const wholly = [folder, ...may.filter((name) => !isTypes(name))].map(inFolder)
  const typesOnly = may.filter(isTypes).map((name) => inFolder(name.replace('#types', '')))
  const rules = [
    {
      name: `${folder} imports only what the table allows`,
      comment: because,
      severity: 'error',
      from: { path: inFolder(folder) },
      to: { path: PROJECT, pathNot: [...wholly, ...typesOnly] },
    },
  ]
  if (typesOnly.length > 0) {
    rules.push({
      name: `${folder} imports only types of its ports`,
      comment: because,
      severity: 'error',
      from: { path: inFolder(folder) },
      to: { path: typesOnly, dependencyTypesNot: ['type-only'] },
    })
  }
  return rules
})

const packageRules = packageHomes.map(({ packages, homes, because }) => ({
  name: `${packages[0]} only in ${homes.join(', ')}`,
  comment: because,
  severity: 'error',
  from: { path: '^(shared|electron|renderer|server|cli)/', pathNot: homes.map(inFolder) },
  to: { path: packages.map((name) => `(^|/)node_modules/${name}/`) },
}))

module.exports = {
  forbidden: [
    {
      name: 'no cycles',
      comment: 'files that need each other are one file, or lack a third',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no orphans',
      comment: 'what nothing uses is deleted',
      severity: 'error',
      from: { orphan: true, pathNot: ENTRIES },
      to: {},
    },
    {
      name: 'nothing unresolvable',
      comment: 'a file or package that does not exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^data:', '\\?(worker|url|raw)'] },
    },
    {
      name: 'no Node where there is none',
      comment: 'these folders run in a sandbox or anywhere',
      severity: 'error',
      from: { path: withoutNode.map(inFolder) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no development packages in the product',
      comment: 'they are not in the package that people install',
      severity: 'error',
      from: { path: '^(shared|electron|server|cli)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: ['node_modules/electron/', 'node_modules/@types/'] },
    },
    ...layerRules,
    ...packageRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache|demo-output|test-results|coverage)/' },
    // Without it `import type` would be gone before the rules see it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
}
