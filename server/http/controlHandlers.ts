import { apiRefusal } from './apiRefusal'
import type { ApiHandlers } from './apiHandlers'
import { endControl } from '../controls/releaseControls'
import type { IntakeParts } from '../intake/receiveBundle'
import { appendAudit } from '../store/auditChain'
import { readControlFigures, readReleased, readStock } from '../store/controlFigures'
import { deleteStocked, findRunning, readControlTerms, storeControlTerms } from '../store/controls'
import type { ControlsReply } from '../../shared/protocol/controls'
import { success } from '../../shared/result'

type ControlRoutes = 'controls' | 'planControls' | 'endControl'

/** Hidden control cases, for those who may know of them. The routes ask for the right. */
export function createControlHandlers(
  parts: Pick<IntakeParts, 'database' | 'clock' | 'ruleBook'>,
): Pick<ApiHandlers, ControlRoutes> {
  const { database, clock } = parts

  async function read(): Promise<ControlsReply> {
    return {
      terms: await readControlTerms(database),
      stock: await readStock(database),
      released: await readReleased(database),
      figures: await readControlFigures(database),
    }
  }

  return {
    controls: async () => success(await read()),
    planControls: async ({ body, user }) => {
      await database.transaction(async (tx) => {
        const now = clock.now()
        await storeControlTerms(tx, body, user.id, now)
        const detail = { permille: body.permille, phones: body.phones.length }
        await appendAudit(tx, {
          ...{ at: now, kind: 'controls-planned', caseId: null, round: null, actorId: user.id, detail },
        })
      })
      return success(await read())
    },
    endControl: async ({ body: { controlId }, user }) => {
      const isThere = await database.transaction(async (tx) => {
        const running = await findRunning(tx, controlId)
        if (running !== null) {
          await endControl(tx, parts, running)
        } else if (!(await deleteStocked(tx, controlId))) {
          return false
        }
        await appendAudit(tx, {
          at: clock.now(),
          kind: 'control-ended',
          caseId: null,
          round: null,
          actorId: user.id,
          detail: { control: controlId },
        })
        return true
      })
      return isThere ? success(await read()) : apiRefusal('not-found', 'There is no such control case')
    },
  }
}
