import { apiRefusal } from './apiRefusal'
import type { ApiHandlers } from './apiHandlers'
import { registerExport, type ExportParts } from '../exports/registerExport'
import { exportableCases, readExports } from '../store/exports'
import { MOST_EXPORTABLE } from '../../shared/protocol/exports'
import { success } from '../../shared/result'

type ExportRoutes = 'exportableCases' | 'registerExport' | 'exportRegister'

/** What may be exported, and the register of what was. The routes ask for the right. */
export function createExportHandlers(parts: ExportParts): Pick<ApiHandlers, ExportRoutes> {
  return {
    exportableCases: async ({ query }) => {
      const cases = await exportableCases(parts.database, query)
      return success({ cases: cases.slice(0, MOST_EXPORTABLE), more: cases.length > MOST_EXPORTABLE })
    },
    registerExport: async ({ body, user }) => {
      const registered = await registerExport(parts, user, body)
      return registered.ok
        ? registered
        : apiRefusal(registered.error, 'The package is not one of this case as it was decided')
    },
    exportRegister: async ({ query }) => {
      const { entries, more } = await readExports(parts.database, query)
      return success({ entries: [...entries], more })
    },
  }
}
