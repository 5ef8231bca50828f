import { describe, expect, it, vi } from 'vitest'
import { AppError } from '../../../electron/workflows/appError'
import type { ReviewServerPort } from '../../../electron/workflows/ports/reviewServerPort'
import type { CurrentSession } from '../../../electron/workflows/session/sessionWorkflow'
import { createTeamWorkflow } from '../../../electron/workflows/team/teamWorkflow'
import { refusal, success } from '../../../shared/result'
import { may, type Right } from '../../../shared/review/rights'
import type { Role } from '../../../shared/review/roles'

const CASE = '0190c7a0-0000-7000-8000-000000000001'
const LI = '0190c7a0-0000-7000-8000-000000000002'
const ZHANG = '0190c7a0-0000-7000-8000-000000000003'

function makeTeam(role: Role, answers: Partial<ReviewServerPort> = {}, token: string | null = 'token') {
  const server = {
    colleagues: vi.fn<ReviewServerPort['colleagues']>(() => Promise.resolve(success([]))),
    onShift: vi.fn<ReviewServerPort['onShift']>(() => Promise.resolve(success({ people: [], notes: [] }))),
    breakHold: vi.fn<ReviewServerPort['breakHold']>(() => Promise.resolve(success(null))),
    handOver: vi.fn<ReviewServerPort['handOver']>(() => Promise.resolve(success(null))),
    ...answers,
  }
  const session: Pick<CurrentSession, 'token' | 'requireRight'> = {
    token: () => token,
    requireRight: (right: Right) => {
      if (!may(role, right)) {
        throw new AppError('forbidden', right)
      }
      return { id: LI, username: 'wang.lei', displayName: '王磊', role }
    },
  }
  const notify = vi.fn<(name: string, detail: unknown) => void>()
  const nudgeSync = vi.fn<() => void>()
  const team = createTeamWorkflow({ server, session: session as CurrentSession, notify, nudgeSync })
  return { team, server, notify, nudgeSync }
}

describe('Who is at work', () => {
  it('is told to everybody who calls, and to nobody else', async () => {
    expect(await makeTeam('reviewer').team.onShift()).toEqual({ people: [], notes: [] })
    const { team, server } = makeTeam('auditor')
    await expect(team.onShift()).rejects.toMatchObject({ failure: { code: 'forbidden' } })
    expect(server.onShift).not.toHaveBeenCalled()
  })
})

describe('Moving holds', () => {
  it('is asked of the server, and the desk looks again at once', async () => {
    const { team, server, notify, nudgeSync } = makeTeam('supervisor')
    await team.breakHold({ caseId: CASE, holderId: LI })
    await team.handOver({ caseId: CASE, fromId: null, toId: ZHANG })
    expect(server.breakHold).toHaveBeenCalledExactlyOnceWith('token', { caseId: CASE, holderId: LI })
    expect(server.handOver).toHaveBeenCalledExactlyOnceWith('token', {
      caseId: CASE,
      fromId: null,
      toId: ZHANG,
    })
    expect(notify).toHaveBeenCalledWith('case-changed', { caseId: CASE })
    expect(nudgeSync).toHaveBeenCalledTimes(2)
  })

  it.each(['reviewer', 'senior-reviewer', 'auditor'] as const)('is nothing for a %s', async (role) => {
    const { team, server } = makeTeam(role)
    await expect(team.breakHold({ caseId: CASE, holderId: LI })).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    })
    await expect(team.handOver({ caseId: CASE, fromId: LI, toId: ZHANG })).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    })
    await expect(team.colleagues()).rejects.toMatchObject({ failure: { code: 'forbidden' } })
    expect(server.breakHold).not.toHaveBeenCalled()
    expect(server.handOver).not.toHaveBeenCalled()
  })

  it('says when somebody else has the case by now, and that it needs the server', async () => {
    const conflict = makeTeam('supervisor', { breakHold: () => Promise.resolve(refusal('conflict')) })
    await expect(conflict.team.breakHold({ caseId: CASE, holderId: LI })).rejects.toMatchObject({
      failure: { code: 'held-by-other' },
    })
    expect(conflict.nudgeSync).not.toHaveBeenCalled()
    const offline = makeTeam('supervisor', {}, null)
    await expect(offline.team.colleagues()).rejects.toMatchObject({ failure: { code: 'offline' } })
  })

  it('asks to sign in again when the server knows the sign-in no longer', async () => {
    const breakHold = vi.fn<ReviewServerPort['breakHold']>(() => Promise.resolve(refusal('unauthenticated')))
    const { team } = makeTeam('supervisor', { breakHold })
    await expect(team.breakHold({ caseId: CASE, holderId: LI })).rejects.toMatchObject({
      failure: { code: 'not-signed-in' },
    })
  })
})
