import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { filingBundleSchema } from '../../shared/domain/filing'
import { PHOTO_FILING_TYPES, type FilingType } from '../../shared/domain/filingTypes'

const labelsSchema = z.object({
  orderNumber: z.string(),
  round: z.number(),
  clean: z.boolean(),
  defects: z.array(z.object({ zh: z.string() })),
})

/** A filing of the demonstration queue and what is known of it beforehand, so that the story decides as a person would. */
export interface DemoFiling {
  readonly orderNumber: string
  readonly filingType: FilingType
  /** Faults that the applicant has made; empty when there are none. */
  readonly faults: readonly string[]
  /** Passing it leads straight to a package: no photo comes after the review. */
  readonly needsPhoto: boolean
  /** Bundle of the next round, sent when this one has been returned. */
  readonly nextRound: string | null
}

export async function readDemoFilings(bundles: string): Promise<ReadonlyMap<string, DemoFiling>> {
  const names = (await readdir(join(bundles, 'queue'))).filter((name) => name.endsWith('-r1'))
  const filings = await Promise.all(names.map((name) => readFiling(bundles, name)))
  return new Map(filings.map((filing) => [filing.orderNumber, filing]))
}

async function readFiling(bundles: string, name: string): Promise<DemoFiling> {
  const bundle = filingBundleSchema.parse(await readJson(join(bundles, 'queue', name, 'filing.json')))
  const labels = labelsSchema.parse(await readJson(join(bundles, 'labels', `${name}.json`)))
  const nextRound = join(bundles, 'later', `${bundle.orderNumber}-r2`)
  const { filingType } = bundle.application
  return {
    orderNumber: bundle.orderNumber,
    filingType,
    faults: labels.defects.map(({ zh }) => zh),
    needsPhoto: (PHOTO_FILING_TYPES as readonly FilingType[]).includes(filingType),
    nextRound: existsSync(nextRound) ? nextRound : null,
  }
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}
