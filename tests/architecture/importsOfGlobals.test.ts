import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Compiles one text as if it lay in the area, with that area's configuration. */
function compile(area: string, text: string): string[] {
  const configFile = path.join(projectRoot, `tsconfig.${area}.json`)
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    { incremental: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
      },
    },
  )
  if (config === undefined) {
    throw new Error(`no configuration for ${area}`)
  }
  const file = path.join(projectRoot, area, 'fixture.ts')
  const options = { ...config.options, incremental: false }
  delete options.tsBuildInfoFile
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : read(name, ...rest)
  const fileExists = host.fileExists.bind(host)
  host.fileExists = (name) => name === file || fileExists(name)
  const program = ts.createProgram([file], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
}

describe('the compiler lacks what an area may not use', () => {
  it.each([
    ['shared', 'export const a = document.title', /Cannot find name 'document'/],
    ['shared', 'export const a = process.env', /Cannot find name 'process'/],
    ['shared', `export const a = Buffer.from('')`, /Cannot find name 'Buffer'/],
    ['renderer', 'export const a = process.env', /Cannot find name 'process'/],
    ['renderer', `export const a = require('x')`, /Cannot find name 'require'/],
    ['electron', 'export const a = document.title', /Cannot find name 'document'/],
    ['server', 'export const a = window.name', /Cannot find name 'window'/],
    ['cli', 'export const a = localStorage', /Cannot find name 'localStorage'/],
    ['shared', 'export const a = (list: readonly string[]): string => list[0]', /undefined/],
    ['shared', 'export enum A { B }', /erasableSyntaxOnly/],
  ])('%s: %s', (area, text, complaint) => {
    expect(compile(area, text).join('\n')).toMatch(complaint)
  })

  it.each([
    ['renderer', 'export const a = document.title'],
    ['electron', 'export const a = process.env'],
    ['server', 'export const a = process.env'],
    [
      'shared',
      'export const a = structuredCloneFree(1)\nfunction structuredCloneFree(n: number) { return n }',
    ],
  ])('%s may: %s', (area, text) => {
    expect(compile(area, text)).toEqual([])
  })
})
