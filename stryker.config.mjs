// Used by `npm run mutation` (scripts/lib/runMutation.mjs), which says what is broken and where the results go.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What shared/ and its tests do not read need not be copied.
  ignorePatterns: ['.cache', '/coverage', '/demo-output', '/dist', '/out', '/test-results'],
  // What runs while a module is loaded is tables and schemas; breaking it would run every test of the area each time.
  ignoreStatic: true,
  incremental: true,
  reporters: ['progress-append-only'],
  // Two cores are what the smallest machine that builds this has.
  concurrency: 2,
  // Generous: on a busy machine a slow test would pass for a noticed break. Only endless loops wait for it.
  timeoutMS: 60_000,
}
