import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeDesk } from '../../helpers/fakeDesk'
import { makeDesk, makeItem, ME } from '../../helpers/rendererCases'
import { usePackagesStore } from '../../../renderer/stores/packages'
import { useSessionStore } from '../../../renderer/stores/session'
import { useSettingsStore } from '../../../renderer/stores/settings'
import { useSyncStore } from '../../../renderer/stores/sync'

let desk: FakeDesk

beforeEach(() => {
  setActivePinia(createPinia())
  desk = makeDesk({ signedIn: false, items: [makeItem(1, { state: 'passed' }), makeItem(2)] })
  vi.stubGlobal('window', { desk: desk.bridge })
})

describe('session', () => {
  it('is signed in with the right password only', async () => {
    const session = useSessionStore()
    await session.read()
    expect(session.user).toBeNull()
    await expect(session.signIn({ username: ME.username, password: 'wrong' })).rejects.toThrow(
      'wrong-credentials',
    )
    expect(session.user).toBeNull()
    await session.signIn({ username: ME.username, password: 'right' })
    expect(session.user?.displayName).toBe('周敏')
    expect(session.may('draw')).toBe(true)
    expect(session.may('export')).toBe(false)
    await session.signOut()
    expect(session.user).toBeNull()
  })
})

describe('settings', () => {
  it('change at once and keep what the shell has kept', async () => {
    const settings = useSettingsStore()
    await settings.read()
    const changing = settings.change({ theme: 'dark' })
    expect(settings.theme).toBe('dark')
    await changing
    expect([settings.language, settings.theme, settings.density]).toEqual(['zh', 'dark', 'dense'])
  })
})

describe('sync', () => {
  it('tells connection, waiting items and how far the shell is ahead of this clock', async () => {
    const sync = useSyncStore()
    desk.setConnection('offline')
    await sync.refresh()
    await sync.refreshWorkingTime()
    expect(sync.status?.connection).toBe('offline')
    expect(sync.waiting).toEqual([])
    const ahead = Date.parse('2026-11-21T02:32:00.000Z') - Date.now()
    expect(Math.abs(sync.clockAheadMs - ahead)).toBeLessThan(5000)
  })
})

describe('packages', () => {
  it('exports a passed case and records its submission', async () => {
    const packages = usePackagesStore()
    await packages.refresh()
    expect(packages.passed.map((item) => item.id)).toEqual([makeItem(1).id])
    const made = await packages.exportPackage(makeItem(1).id)
    expect(packages.exported.map((own) => own.id)).toEqual([made.id])
    await packages.recordSubmission(made.id)
    expect(packages.exported[0]?.submitted).toBe(true)
    const sync = useSyncStore()
    await sync.refresh()
    expect(sync.waiting.map((item) => item.kind)).toEqual(['record-submission'])
  })

  it('keeps the folder when choosing another was cancelled', async () => {
    const packages = usePackagesStore()
    await packages.refresh()
    const before = packages.folder
    desk.override('package.chooseFolder', () => ({ folder: null }))
    await packages.chooseFolder()
    expect(packages.folder).toBe(before)
  })
})
