import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { refusal, success, type Result } from '../shared/result'

/** Rule packs that come with this version. */
const SHIPPED_RULE_PACKS = fileURLToPath(new URL('../resources/rulepacks', import.meta.url))
/** Keys shorter than that can be guessed over a fast network. */
const SHORTEST_KEY = 16
/** Phone numbers are few: whoever has the tables tries keys as fast as the machine goes. */
const REUSE_KEY = 32

export interface ReviewServerConfig {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Folder of the documents, and of the embedded database when there is no `databaseUrl`. */
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  readonly accountsFile?: string | undefined
  readonly intakeToken: string
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined
  readonly dropFolder?: string | undefined
  readonly rulePacksFolder: string
  /** List of keys whose packs supervisors may import; without it none are taken. */
  readonly rulePackKeysFile?: string | undefined
  /** Secret by which the reuse search hides what it compares; without it one is made and kept in `dataFolder`. */
  readonly reuseKey?: string | undefined
  /** The secret before, while it is being changed. */
  readonly previousReuseKey?: string | undefined
}

const set = (schema: z.ZodString) => schema.min(1).optional()
const environmentSchema = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    DATA_DIR: z.string({ error: 'is missing: the folder of documents and of the embedded database' }).min(1),
    DATABASE_URL: set(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
    ACCOUNTS_FILE: set(z.string()),
    INTAKE_TOKEN: z
      .string({ error: 'is missing: the key of the provider’s filing system' })
      .min(SHORTEST_KEY, `must have at least ${SHORTEST_KEY} characters`),
    WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    WEBHOOK_SECRET: set(z.string().min(SHORTEST_KEY, `must have at least ${SHORTEST_KEY} characters`)),
    DROP_DIR: set(z.string()),
    RULE_PACKS_DIR: z.string().min(1).default(SHIPPED_RULE_PACKS),
    RULE_PACK_KEYS: set(z.string()),
    REUSE_KEY: set(z.string().min(REUSE_KEY, `must have at least ${REUSE_KEY} characters`)),
    REUSE_KEY_BEFORE: set(z.string().min(REUSE_KEY, `must have at least ${REUSE_KEY} characters`)),
  })
  .refine((env) => (env.WEBHOOK_URL === undefined) === (env.WEBHOOK_SECRET === undefined), {
    path: ['WEBHOOK_URL'],
    error: 'and WEBHOOK_SECRET are set together or not at all',
  })

/** Reads the environment. An empty variable counts as none. Fails with one line that names the variables at fault. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<ReviewServerConfig, string> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    return refusal(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  }
  const env = parsed.data
  const webhook =
    env.WEBHOOK_URL !== undefined && env.WEBHOOK_SECRET !== undefined
      ? { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET }
      : undefined
  return success({
    host: env.HOST,
    port: env.PORT,
    dataFolder: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    accountsFile: env.ACCOUNTS_FILE,
    intakeToken: env.INTAKE_TOKEN,
    webhook,
    dropFolder: env.DROP_DIR,
    rulePacksFolder: env.RULE_PACKS_DIR,
    rulePackKeysFile: env.RULE_PACK_KEYS,
    reuseKey: env.REUSE_KEY,
    previousReuseKey: env.REUSE_KEY_BEFORE,
  })
}
