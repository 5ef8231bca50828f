import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { advisorTableSchema, type AdvisorTable } from '../../shared/advisor/advisorTable'

const FILE = path.resolve(import.meta.dirname, '../../resources/advisor/2026-11-22.json')

/** The table that ships with the program. Throws where it does not hold together: a test keeps that from happening. */
export async function loadAdvisorTable(): Promise<AdvisorTable> {
  return advisorTableSchema.parse(JSON.parse(await readFile(FILE, 'utf8')))
}
