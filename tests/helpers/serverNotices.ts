import { v7 } from 'uuid'
import { decideCase, decision, deliver, receiveFiling } from './serverCases'
import type { TestClient } from './serverClient'
import { MINUTE, type TestServer } from './serverHarness'
import { makeNotice, zipBundle, type SpecimenOptions } from '../specimens'
import { chinaIso } from '../../shared/calendar/chinaTime'
import type { Notice } from '../../shared/domain/notice'
import type { IntakeReply } from '../../shared/protocol/apiModels'
import { currentRound, type Case } from '../../shared/protocol/case'
import type { CommandOutcome } from '../../shared/protocol/commands'

/** A number of an entity of the division in which `makeNoticeDesk` files. */
export const ENTITY_NUMBER = '浙ICP备12345678号'

export type NoticeDesk = Awaited<ReturnType<typeof openNoticeDesk>>

/** A team at a server, with what follows the provider review at hand. `label` keeps its filings apart from others'. */
export async function openNoticeDesk(server: TestServer, label: string) {
  let [li, zhang, wang] = await signIn()
  let seed = 0

  async function signIn(): Promise<[TestClient, TestClient, TestClient]> {
    return [await server.signIn('li.na'), await server.signIn('zhang.wei'), await server.signIn('wang.lei')]
  }

  function nextOptions(part: Partial<SpecimenOptions> = {}): SpecimenOptions {
    seed += 1
    return {
      seed: `${label}-${seed}`,
      filingType: 'first-filing',
      nature: 'enterprise',
      province: '330000',
      pictures: 'tiny',
      submittedAt: chinaIso(server.now() - 5 * MINUTE),
      ...part,
    }
  }

  const read = (caseId: string): Promise<Case> => wang.granted('case', { params: { caseId } })

  async function command(caseId: string): Promise<Readonly<Record<string, unknown>>> {
    const { version } = await read(caseId)
    const recordedAt = new Date(server.now()).toISOString()
    return { id: v7(), caseId, expectedVersion: version, recordedAt }
  }

  async function submit(caseId: string): Promise<void> {
    const outcome = await deliver(wang, {
      ...(await command(caseId)),
      kind: 'record-submission',
      packageSha256: 'ab'.repeat(32),
      fileName: 'package.zip',
    })
    if (outcome.outcome !== 'applied') {
      throw new Error(`The hand-over was refused: ${outcome.code}`)
    }
  }

  return {
    li: () => li,
    zhang: () => zhang,
    wang: () => wang,
    /** Signs everybody in again, after sessions have ended. */
    async renew(): Promise<void> {
      ;[li, zhang, wang] = await signIn()
    },
    nextOptions,
    read,
    submit,
    /** A person enters a notice at a workstation. */
    async enter(client: TestClient, caseId: string, notice: Notice): Promise<CommandOutcome> {
      return deliver(client, { ...(await command(caseId)), kind: 'record-notice', notice })
    },
    /** The filing system reports it. */
    async report(caseId: string, notice: Notice, at = server.now()): Promise<IntakeReply> {
      const { orderNumber } = await read(caseId)
      return (await server.send(zipBundle(makeNotice(orderNumber, notice, chinaIso(at))))).reply
    },
    /** A filing that needs no photo, passed and handed over; answers how it was made as well. */
    async submitted(
      filingType: 'change' | 'remove-provider' = 'change',
    ): Promise<{ readonly caseId: string; readonly options: SpecimenOptions }> {
      const options = nextOptions({ filingType })
      const caseId = await receiveFiling(server, options)
      await decideCase(server, li, caseId, decision('pass'))
      await submit(caseId)
      return { caseId, options }
    },
    /** An approval with a fitting number for every service. */
    async approvalOf(caseId: string): Promise<Extract<Notice, { kind: 'approved' }>> {
      const { application } = currentRound(await read(caseId))
      const services = 'services' in application ? application.services : []
      const numbers = services.map(({ id, kind }, index) => ({
        serviceId: id,
        number: `${ENTITY_NUMBER}-${index + 1}${kind === 'app' ? 'A' : ''}`,
      }))
      return { kind: 'approved', numbers: { entity: ENTITY_NUMBER, services: numbers } }
    },
  }
}
