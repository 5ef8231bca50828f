import { isAbsolute } from 'node:path'
import { z } from 'zod'

const absolutePath = z.string().refine(isAbsolute, 'must be an absolute path')

const environmentSchema = z.object({
  /** Address of the review server. */
  BEIAN_SERVER_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8787'),
  /** List of the provider's keys: only packs signed by one of them are taken from the server. */
  BEIAN_RULE_PACK_KEYS: absolutePath.optional(),
  /** Where this machine's profiles lie, when not in the usual place. */
  BEIAN_USER_DATA: absolutePath.optional(),
  /** Plain Node that runs the media process, when the application is not packaged. */
  BEIAN_NODE: absolutePath.optional(),
  /** SQLite addon built for runtimes whose Node-API is older than the shipped one needs. */
  BEIAN_SQLITE_ADDON: absolutePath.optional(),
})

/** What the surroundings say, parsed once. Throws with the names of the variables that are wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv): z.output<typeof environmentSchema> {
  const parsed = environmentSchema.safeParse(variables)
  if (!parsed.success) {
    throw new Error(`Environment: ${z.prettifyError(parsed.error)}`)
  }
  return parsed.data
}
