import table from '../../resources/advisor/2026-11-22.json'
import type { AdvisorTable } from '../../shared/advisor/advisorTable'

/** The table of the filing advisor; its shape is checked by the advisor's tests, so the file is trusted here. */
export const ADVISOR_TABLE = table as AdvisorTable
