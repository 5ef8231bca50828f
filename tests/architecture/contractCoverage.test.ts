import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandlers, type DeskParts } from '../../electron/workflows/createHandlers'
import * as deskApi from '../../renderer/api/deskApi'
import { ipcCalls, ipcEvents, type CallName, type EventName } from '../../shared/ipc/contract'
import { malformedRequests } from '../unit/ipc/malformedRequests'
import { validRequests } from '../unit/ipc/validRequests'

const callNames = Object.keys(ipcCalls).sort() as CallName[]
type ApiName = keyof typeof deskApi

/** Functions of the renderer's API that make no call. */
const WITHOUT_CALL: readonly ApiName[] = ['onDeskEvent', 'documentAddress']

const sent = vi.fn<(name: string, request: unknown) => Promise<unknown>>()
const listened = vi.fn<(name: string) => () => void>(() => () => undefined)

beforeEach(() => {
  sent.mockReset()
  sent.mockResolvedValue({ ok: true, value: {} })
  vi.stubGlobal('window', { desk: { invoke: sent, on: listened } })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Arguments of each function of the API; a call without a function leaves a hole that the compiler sees. */
const apiOf = {
  'session.read': () => deskApi.readSession(),
  'session.signIn': () => deskApi.signIn('reviewer', 'correct horse'),
  'session.signOut': () => deskApi.signOut(),
  'settings.read': () => deskApi.readSettings(),
  'settings.change': () => deskApi.changeSettings({ theme: 'dark' }),
  'queue.list': () => deskApi.listQueue(validRequests['queue.list']),
  'queue.facets': () => deskApi.readQueueFacets(),
  'queue.item': () => deskApi.readQueueItem(validRequests['queue.item'].caseId),
  'case.drawNext': () => deskApi.drawNextCase(),
  'case.draw': () => deskApi.drawCase(validRequests['case.draw'].caseId),
  'case.release': () => deskApi.releaseCase(validRequests['case.release'].caseId),
  'case.read': () => deskApi.readCase(validRequests['case.read'].caseId),
  'case.saveDraft': () => {
    const { caseId, draft } = validRequests['case.saveDraft']
    return deskApi.saveDraft(caseId, draft)
  },
  'case.decide': () => deskApi.decideCase(validRequests['case.decide']),
  'case.recordNotice': () => {
    const { caseId, notice } = validRequests['case.recordNotice']
    return deskApi.recordNotice(caseId, notice)
  },
  'case.adoptRulePack': () => {
    const { caseId, version } = validRequests['case.adoptRulePack']
    return deskApi.adoptRulePack(caseId, version)
  },
  'reuse.search': () => deskApi.searchReuse(validRequests['reuse.search'].caseId),
  'reuse.open': () => deskApi.openReused(validRequests['reuse.open']),
  'rules.overview': () => deskApi.readRulePacks(),
  'rules.diff': () => deskApi.diffRulePack(validRequests['rules.diff'].packId),
  'rules.import': () => deskApi.importRulePack(),
  'rules.dryRun': () => deskApi.dryRunRulePack(validRequests['rules.dryRun'].packId),
  'rules.dryRunChanges': () => deskApi.readDryRunChanges(validRequests['rules.dryRunChanges']),
  'rules.activate': () => deskApi.activateRulePack(validRequests['rules.activate'].packId),
  'rules.withdraw': () => deskApi.withdrawRulePack(validRequests['rules.withdraw'].packId),
  'package.export': () => deskApi.exportPackage(validRequests['package.export'].caseId),
  'package.list': () => deskApi.listPackages(),
  'package.chooseFolder': () => deskApi.choosePackageFolder(),
  'package.reveal': () => deskApi.revealPackage(validRequests['package.reveal'].packageId),
  'package.recordSubmission': () =>
    deskApi.recordSubmission(validRequests['package.recordSubmission'].packageId),
  'sync.status': () => deskApi.readSyncStatus(),
  'sync.now': () => deskApi.syncNow(),
  'sync.outbox': () => deskApi.readOutbox(),
  'sync.settleRefused': () => deskApi.settleRefused(validRequests['sync.settleRefused'].commandId),
  'calendar.now': () => deskApi.readWorkingTime(),
  'app.info': () => deskApi.readAppInfo(),
} satisfies Record<CallName, () => Promise<unknown>>

describe('every call of the contract', () => {
  it('has a handler, and there is no handler without a call', () => {
    // Making the table touches no part; parts are used when a call comes in.
    const handlers = createHandlers({} as DeskParts)
    expect(Object.keys(handlers).sort()).toEqual(callNames)
  })

  it('has malformed requests made from its schema', () => {
    for (const name of callNames) {
      expect(malformedRequests(ipcCalls[name].request, validRequests[name]).length, name).toBeGreaterThan(6)
    }
  })

  it.each(callNames)('%s: has a function in the renderer that sends what the schema takes', async (name) => {
    await apiOf[name]()
    expect(sent).toHaveBeenCalledTimes(1)
    const [sentName, request] = sent.mock.calls[0] ?? []
    expect(sentName).toBe(name)
    expect(ipcCalls[name].request.safeParse(request)).toMatchObject({ success: true })
  })

  it('has one function in the renderer and no more', () => {
    const functions = (Object.keys(deskApi) as ApiName[]).filter((name) => !WITHOUT_CALL.includes(name))
    expect(functions).toHaveLength(callNames.length)
  })

  it.each(callNames)('%s: a refusal reaches the screen as an error with its code', async (name) => {
    sent.mockResolvedValue({ ok: false, error: { code: 'offline', message: 'No answer', retryable: true } })
    await expect(apiOf[name]()).rejects.toMatchObject({ failure: { code: 'offline', retryable: true } })
  })
})

describe('every event of the contract', () => {
  it.each(Object.keys(ipcEvents) as EventName[])('%s: carries ids and nothing else', (name) => {
    expect(Object.keys(ipcEvents[name].shape)).toEqual(name === 'case-changed' ? ['caseId'] : [])
    expect(
      ipcEvents[name].safeParse({ caseId: validRequests['case.read'].caseId, name: '王小明' }),
    ).toMatchObject({ success: false })
  })

  it('is listened to through the same bridge', () => {
    const stop = deskApi.onDeskEvent('queue-changed', () => undefined)
    expect(listened).toHaveBeenCalledWith('queue-changed', expect.any(Function))
    expect(stop).toBeTypeOf('function')
  })
})
