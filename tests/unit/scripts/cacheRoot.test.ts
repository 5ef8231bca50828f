import { describe, expect, it } from 'vitest'
import { cacheRoot } from '../../../scripts/lib/paths.mjs'

describe('cacheRoot', () => {
  it.each([
    [{ root: true, env: {}, home: '/root' }, '/var/cache/beian-desk'],
    [{ root: true, env: { XDG_CACHE_HOME: '/root/.cache' }, home: '/root' }, '/var/cache/beian-desk'],
    [{ root: false, env: {}, home: '/home/li' }, '/home/li/.cache/beian-desk'],
    [{ root: false, env: { XDG_CACHE_HOME: '/caches' }, home: '/home/li' }, '/caches/beian-desk'],
    // The specification: relative values are to be ignored.
    [{ root: false, env: { XDG_CACHE_HOME: 'caches' }, home: '/home/li' }, '/home/li/.cache/beian-desk'],
    [{ root: true, env: { BEIAN_CACHE_ROOT: '/elsewhere' }, home: '/root' }, '/elsewhere'],
  ])('%o -> %s', (machine, expected) => {
    expect(cacheRoot(machine)).toBe(expected)
  })
})
