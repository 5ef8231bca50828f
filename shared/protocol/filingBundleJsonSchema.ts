import { z } from 'zod'
import { bundleSchema } from '../domain/filing'

/** The JSON Schema of `filing.json`, made from the schema that intake checks with. What a writer of bundles needs. */
export function filingBundleJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(bundleSchema, { io: 'input', reused: 'ref' }),
    $id: 'https://beian-desk.example/schemas/filing-bundle.json',
    title: 'Filing bundle of Beian Desk (filing.json)',
  }
}
