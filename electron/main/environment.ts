import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { isSafeLine } from '../../shared/protocol/safeLine'

const absolutePath = z.string().refine(isAbsolute, 'must be an absolute path')

const environmentSchema = z.object({
  /** Address of the review server. Clear text goes no further than this machine. */
  BEIAN_SERVER_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.canParse(url) && isSafeLine(new URL(url)), {
      error: 'must begin with https:// unless the server is on this machine',
    })
    .default('http://127.0.0.1:8787'),
  /** File with the certificates (PEM) of the authorities that alone may vouch for the server. */
  BEIAN_SERVER_CA: absolutePath.optional(),
  /** `sha256/…` of the public key that the server must have. */
  BEIAN_SERVER_PIN: z
    .string()
    .regex(/^sha256\/[\w+/]{43}=$/, 'must be sha256/ and 32 bytes in base64')
    .optional(),
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
