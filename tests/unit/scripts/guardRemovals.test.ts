import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { guardRemovals } from '../../../scripts/lib/guards/guardRemovals.mjs'

const PROJECT = path.join(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(path.join(PROJECT, file), 'utf8')

describe('the guards that can be taken out', () => {
  it.each(guardRemovals.map((removal) => [removal.name, removal] as const))(
    'stand where they are said to stand: %s',
    (_name, { changes, test }) => {
      for (const { file, find, put } of changes) {
        expect(read(file).split(find)).toHaveLength(2)
        expect(put).not.toBe(find)
      }
      expect(read(test)).toContain('expect(')
    },
  )

  it('have a name each', () => {
    expect(new Set(guardRemovals.map(({ name }) => name)).size).toBe(guardRemovals.length)
  })
})
