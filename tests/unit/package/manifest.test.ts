import { describe, expect, it } from 'vitest'
import { DATA_PATHS, DOSSIER_PATH, packageManifestSchema } from '../../../shared/package/manifest'

const HASH = 'a'.repeat(64)
const MANIFEST = {
  format: 'beian-desk/package',
  version: 1,
  orderNumber: 'BA-2026-0001',
  round: 1,
  caseVersion: 3,
  rulePack: '2026-11-21',
  applicationVersion: '0.1.0',
  auditHead: HASH,
  files: [{ path: 'data/filing.json', bytes: 10, sha256: HASH }],
}

const accepts = (change: Readonly<Record<string, unknown>>): boolean =>
  packageManifestSchema.safeParse({ ...MANIFEST, ...change }).success
const withPath = (path: string): boolean => accepts({ files: [{ path, bytes: 0, sha256: HASH }] })

describe('the manifest of a package', () => {
  it('is what the package says of itself', () => {
    expect(packageManifestSchema.parse(MANIFEST)).toEqual(MANIFEST)
  })

  it.each([
    [{ format: 'beian-desk/filing' }],
    [{ version: 2 }],
    [{ orderNumber: 'x' }],
    [{ round: 0 }],
    [{ round: 1.5 }],
    [{ caseVersion: 0 }],
    [{ caseVersion: 1.5 }],
    [{ rulePack: '' }],
    [{ applicationVersion: '' }],
    [{ auditHead: 'a' }],
    [{ files: [] }],
    [{ files: [{ path: 'data/filing.json', bytes: -1, sha256: HASH }] }],
    [{ files: [{ path: 'data/filing.json', bytes: 0.5, sha256: HASH }] }],
    [{ files: [{ path: 'data/filing.json', bytes: 1, sha256: HASH.slice(1) }] }],
    [{ files: [{ path: 'data/filing.json', bytes: 1, sha256: HASH, more: 1 }] }],
    [{ more: 1 }],
  ])('is not: %o', (change) => {
    expect(accepts(change)).toBe(false)
  })

  it('names the files of a package by these paths', () => {
    expect([DOSSIER_PATH, ...Object.values(DATA_PATHS)]).toEqual([
      'dossier.pdf',
      'data/filing.json',
      'data/decision.json',
      'data/checklist.json',
      'data/case.json',
      'data/administration.json',
      'data/administration.xml',
    ])
    expect([DOSSIER_PATH, ...Object.values(DATA_PATHS)].every(withPath)).toBe(true)
  })

  it.each(['originals/01-a.jpg', 'a', '0', `a/${'b'.repeat(118)}`])('may hold %s', (path) => {
    expect(withPath(path)).toBe(true)
  })

  it.each([
    '',
    '.',
    '..',
    '../a',
    'a/../b',
    'a/b/c',
    '/a',
    'a/',
    'a//b',
    'a\\b',
    'A',
    'a b',
    'a/.b',
    'a1/b',
    '-a',
    'a\n',
    `a/${'b'.repeat(119)}`,
  ])('holds nothing under %j, so that no unpacking leaves its place', (path) => {
    expect(withPath(path)).toBe(false)
  })
})
