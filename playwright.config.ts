import { defineConfig } from '@playwright/test'
import path from 'node:path'

const results = process.env['BEIAN_TEST_RESULTS'] ?? path.join(import.meta.dirname, 'test-results')

export default defineConfig({
  testMatch: '**/*.spec.ts',
  projects: [
    { name: 'workstation', testDir: 'tests/e2e', testIgnore: '**/packaged/**' },
    // Runs what BEIAN_PACKAGED_EXECUTABLE names: the application as people install it.
    { name: 'packaged', testDir: 'tests/e2e/packaged' },
  ],
  outputDir: path.join(results, 'e2e'),
  // Each test has its own data folder, server and display place; two at once suit two cores.
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: path.join(results, 'playwright.json') }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
