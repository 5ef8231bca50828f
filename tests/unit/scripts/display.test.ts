import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasDisplay, xauthority } from '../../../scripts/lib/display.mjs'

describe('the virtual display', () => {
  it('is guarded by a cookie file that xauth reads', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'beian-xauth-'))
    const file = path.join(folder, 'Xauthority')
    writeFileSync(file, xauthority(Buffer.alloc(16, 0xab)))
    const listed = execFileSync('xauth', ['-n', '-f', file, 'list'], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(listed).toMatch(/MIT-MAGIC-COOKIE-1\s+(ab){16}/)
  })

  it('is needed where neither X nor Wayland is', () => {
    expect(hasDisplay({})).toBe(process.platform !== 'linux')
    expect(hasDisplay({ DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  })
})
