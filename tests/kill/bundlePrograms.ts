import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

const PROGRAMS = ['deskProgram', 'serverProgram'] as const

/**
 * Bundles the programs that are ended again and again, because reading five hundred files takes longer than what they
 * do. Answers the path of each.
 */
export async function bundlePrograms() {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-kill-programs-'))
  // Tests may not write into the project; what is not bundled is found all the same.
  symlinkSync(path.join(import.meta.dirname, '../../node_modules'), path.join(folder, 'node_modules'))
  const outDir = path.join(folder, 'programs')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(
          PROGRAMS.map((name) => [name, path.join(import.meta.dirname, `${name}.ts`)]),
        ),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return {
    deskProgram: path.join(outDir, 'deskProgram.mjs'),
    serverProgram: path.join(outDir, 'serverProgram.mjs'),
    remove(): void {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
