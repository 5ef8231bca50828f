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
  'session.signIn': () => deskApi.signIn(validRequests['session.signIn']),
  'session.ways': () => deskApi.readSignInWays(),
  'session.signInByCompany': () => deskApi.signInByCompany(),
  'session.openByPassphrase': () => deskApi.openByPassphrase('correct horse battery'),
  'session.beginEnrolment': () => deskApi.beginEnrolment('reviewer', 'four words nobody says'),
  'session.saveEnrolmentRequest': () => deskApi.saveEnrolmentRequest(),
  'session.takeEnrolmentReply': () => deskApi.takeEnrolmentReply('0000-1111-2222-3333-4444'),
  'session.giveUpEnrolment': () => deskApi.giveUpEnrolment(),
  'session.changePassword': () => deskApi.changePassword(validRequests['session.changePassword']),
  'accounts.list': () => deskApi.readAccounts(),
  'accounts.manage': () => deskApi.manageAccount(validRequests['accounts.manage']),
  'session.signOut': () => deskApi.signOut(),
  'session.lock': () => deskApi.lock(),
  'session.unlock': () => deskApi.unlock('correct horse'),
  'settings.read': () => deskApi.readSettings(),
  'settings.change': () => deskApi.changeSettings({ theme: 'dark' }),
  'queue.list': () => deskApi.listQueue(validRequests['queue.list']),
  'queue.facets': () => deskApi.readQueueFacets(),
  'queue.item': () => deskApi.readQueueItem(validRequests['queue.item'].caseId),
  'case.drawNext': () => deskApi.drawNextCase(),
  'case.draw': () => deskApi.drawCase(validRequests['case.draw'].caseId),
  'case.breakHold': () => deskApi.breakHold(validRequests['case.breakHold']),
  'case.handOver': () => deskApi.handOver(validRequests['case.handOver']),
  'team.onShift': () => deskApi.readOnShift(),
  'team.colleagues': () => deskApi.readColleagues(),
  'case.release': () => deskApi.releaseCase(validRequests['case.release'].caseId),
  'case.read': () => deskApi.readCase(validRequests['case.read'].caseId),
  'case.reveal': () => deskApi.revealCase(validRequests['case.reveal']),
  'case.saveDraft': () => {
    const { caseId, draft } = validRequests['case.saveDraft']
    return deskApi.saveDraft(caseId, draft)
  },
  'calls.list': () => deskApi.listCalls(),
  'calls.read': () => deskApi.readCalls(validRequests['calls.read'].caseId),
  'calls.saveDraft': () => {
    const { caseId, draft } = validRequests['calls.saveDraft']
    return deskApi.saveCallDraft(caseId, ipcCalls['calls.saveDraft'].request.shape.draft.parse(draft))
  },
  'calls.discardDraft': () => deskApi.discardCallDraft(validRequests['calls.discardDraft'].caseId),
  'calls.record': () => {
    const { caseId, call } = validRequests['calls.record']
    return deskApi.recordCall(caseId, ipcCalls['calls.record'].request.shape.call.parse(call))
  },
  'calls.dial': () => deskApi.dial(validRequests['calls.dial']),
  'calls.findCaller': () => deskApi.findCaller(validRequests['calls.findCaller'].number),
  'day.read': () => deskApi.readDay(),
  'day.moveShift': () => deskApi.moveShift(validRequests['day.moveShift'].move),
  'day.beQuiet': () => deskApi.beQuiet(validRequests['day.beQuiet'].quiet),
  'day.casesInHand': () => deskApi.readCasesInHand(),
  'day.leaveNotes': () => deskApi.leaveNotes(validRequests['day.leaveNotes'].notes),
  'sms.readFile': () => deskApi.readSmsFile(),
  'sms.apply': () =>
    deskApi.applySmsResults(ipcCalls['sms.apply'].request.parse(validRequests['sms.apply']).lines),
  'calls.figures': () => deskApi.readCallFigures(validRequests['calls.figures']),
  'case.decide': () => deskApi.decideCase(validRequests['case.decide']),
  'case.recordNotice': () => {
    const { caseId, notice } = validRequests['case.recordNotice']
    return deskApi.recordNotice(caseId, notice)
  },
  'certificate.choose': () => {
    const { caseId, replaces } = validRequests['certificate.choose']
    return deskApi.chooseCertificate(caseId, replaces)
  },
  'certificate.drop': () => deskApi.dropCertificate(validRequests['certificate.drop'].caseId),
  'certificate.chosen': () => deskApi.readChosenCertificates(),
  'case.answerProposal': () => deskApi.answerProposal(validRequests['case.answerProposal']),
  'case.adoptRulePack': () => {
    const { caseId, version } = validRequests['case.adoptRulePack']
    return deskApi.adoptRulePack(caseId, version)
  },
  'audit.list': () => deskApi.readAudit(validRequests['audit.list']),
  'audit.state': () => deskApi.readAuditState(),
  'sampling.read': () => deskApi.readSampling(validRequests['sampling.read']),
  'sampling.start': () => deskApi.startSampling(validRequests['sampling.start'].terms),
  'sampling.redraw': () => deskApi.redrawSampling(validRequests['sampling.redraw'].planId),
  'sampling.saveRegister': () => deskApi.saveSamplingRegister(validRequests['sampling.saveRegister'].planId),
  'controls.read': () => deskApi.readControls(),
  'controls.plan': () => deskApi.planControls(validRequests['controls.plan']),
  'controls.stock': () => deskApi.stockControl(validRequests['controls.stock'].rules),
  'controls.end': () => deskApi.endControl(validRequests['controls.end'].controlId),
  'clipboard.copy': () => deskApi.copyText(validRequests['clipboard.copy'].text),
  'feedback.readFile': () => deskApi.readFeedbackFile(),
  'feedback.apply': () => deskApi.applyFeedback(validRequests['feedback.apply'].filings),
  'figures.read': () => deskApi.readFigures(validRequests['figures.read'].period),
  'figures.saveProposals': () => deskApi.saveRuleProposals(validRequests['figures.saveProposals']),
  'table.save': () => deskApi.saveTable(validRequests['table.save'].name, validRequests['table.save'].rows),
  'reuse.search': () => deskApi.searchReuse(validRequests['reuse.search'].caseId),
  'reuse.open': () => deskApi.openReused(validRequests['reuse.open']),
  'rules.overview': () => deskApi.readRulePacks(),
  'rules.diff': () => deskApi.diffRulePack(validRequests['rules.diff'].packId),
  'rules.import': () => deskApi.importRulePack(),
  'rules.dryRun': () => deskApi.dryRunRulePack(validRequests['rules.dryRun'].packId),
  'rules.dryRunChanges': () => deskApi.readDryRunChanges(validRequests['rules.dryRunChanges']),
  'rules.activate': () => deskApi.activateRulePack(validRequests['rules.activate'].packId),
  'rules.withdraw': () => deskApi.withdrawRulePack(validRequests['rules.withdraw'].packId),
  'package.export': () => {
    const { caseId, reason } = validRequests['package.export']
    return deskApi.exportPackage(caseId, reason)
  },
  'package.gaps': () => deskApi.readPackageGaps(validRequests['package.gaps'].caseId),
  'package.register': () => deskApi.readExportRegister(validRequests['package.register'].before),
  'package.countBatch': () => deskApi.countExportBatch(validRequests['package.countBatch']),
  'package.startBatch': () => deskApi.startExportBatch(validRequests['package.startBatch']),
  'package.jobs': () => deskApi.listExportJobs(),
  'package.failures': () => deskApi.readExportFailures(validRequests['package.failures'].jobId),
  'package.steerJob': () => {
    const { jobId, step } = validRequests['package.steerJob']
    return deskApi.steerExportJob(jobId, step)
  },
  'package.list': () => deskApi.listPackages(),
  'package.chooseFolder': () => deskApi.choosePackageFolder(),
  'package.reveal': () => deskApi.revealPackage(validRequests['package.reveal'].packageId),
  'package.recordSubmission': () =>
    deskApi.recordSubmission(validRequests['package.recordSubmission'].packageId),
  'sync.status': () => deskApi.readSyncStatus(),
  'sync.now': () => deskApi.syncNow(),
  'sync.outbox': () => deskApi.readOutbox(),
  'sync.resync': () => deskApi.resync(),
  'sync.repair': () => deskApi.repair(),
  'sync.allowDeletion': () => deskApi.allowDeletion(validRequests['sync.allowDeletion'].what),
  'sync.saveDiagnostics': () => deskApi.saveDiagnostics(),
  'sync.carryState': () => deskApi.readCarryState(),
  'sync.carryOut': () => deskApi.carryOut(),
  'sync.carryIn': () => deskApi.carryIn(),
  'sync.refusedWork': () => deskApi.readRefusedWork(validRequests['sync.refusedWork'].commandId),
  'sync.settleRefused': () => deskApi.settleRefused(validRequests['sync.settleRefused'].commandId),
  'calendar.now': () => deskApi.readWorkingTime(),
  'calendar.read': () => deskApi.readCalendar(),
  'calendar.change': () => deskApi.changeCalendar(validRequests['calendar.change']),
  'calendar.chooseFeed': () => deskApi.chooseHolidayFeed(),
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
