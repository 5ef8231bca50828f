import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SIGNATURE_ALGORITHMS, type CompanyConfig } from './accounts/companyIdentity'
import { readS3Settings, s3Environment, type S3Settings } from './documents/s3Settings'
import type { MetricsConfig } from './serveMetrics'
import { isSafeLine } from '../shared/protocol/safeLine'
import { refusal, success, type Result } from '../shared/result'

/** Rule packs that come with this version. */
const SHIPPED_RULE_PACKS = fileURLToPath(new URL('../resources/rulepacks', import.meta.url))
/** How long closed cases are kept, unless the operator says otherwise. */
export const SHIPPED_RETENTION_POLICY = fileURLToPath(
  new URL('../resources/retention/policy.json', import.meta.url),
)
/** Keys shorter than that can be guessed over a fast network. */
const SHORTEST_KEY = 16
/** Phone numbers are few: whoever has the tables tries keys as fast as the machine goes. */
const REUSE_KEY = 32
/** A signing key is derived from it, whose public half everybody has to try guesses with. */
const AUDIT_KEY = 32

export interface ReviewServerConfig {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Folder of keys, of the documents when there is no `s3`, and of the embedded database when there is no `databaseUrl`. */
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  /** Connections of this process to `databaseUrl`. */
  readonly databaseConnections?: number | undefined
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
  /** Secret from which the key is derived that signs for audit chains; without it one is made and kept in `dataFolder`. */
  readonly auditKey?: string | undefined
  /** How long closed cases are kept; the shipped policy when absent. */
  readonly retentionPolicy?: string | undefined
  /** What a team that has no calendar of its own yet begins with. Without it the shipped one counts. */
  readonly calendarFile?: string | undefined
  /** File of the signed settings of the team's recovery key; without it workstations wrap for nobody. */
  readonly recoveryFile?: string | undefined
  /** Storage that keeps the documents in place of `dataFolder`. */
  readonly s3?: S3Settings | undefined
  /** The operator's identity provider; without it people sign in by password alone. */
  readonly company?: CompanyConfig | undefined
  /** Where figures for Prometheus are served, and the key for them; without it they are not. */
  readonly metrics?: MetricsConfig | undefined
  /** Files (PEM) of the certificate chain and its key; without them the server speaks in clear. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string } | undefined
}

const set = (schema: z.ZodString) => schema.min(1).optional()
const environmentSchema = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    DATA_DIR: z.string({ error: 'is missing: the folder of documents and of the embedded database' }).min(1),
    DATABASE_URL: set(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
    DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).optional(),
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
    RECOVERY_FILE: set(z.string()),
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: 'must be the https address of the identity provider' })
      .refine((url) => URL.canParse(url) && isSafeLine(new URL(url)), {
        error: 'must begin with https:// unless the provider is on this machine',
      })
      .optional(),
    OIDC_CLIENT_ID: set(z.string()),
    OIDC_CLIENT_SECRET: set(z.string()),
    OIDC_ALGORITHMS: z
      .string()
      .default('RS256,PS256,ES256,EdDSA')
      .transform((text) => text.split(',').map((name) => name.trim()))
      .pipe(z.array(z.enum(SIGNATURE_ALGORITHMS)).min(1)),
    OIDC_SCOPE: z
      .string()
      .regex(/^openid( [\w.:/-]+)*$/, 'must begin with openid')
      .default('openid profile'),
    OIDC_ACCOUNT_CLAIM: set(z.string()),
    METRICS_HOST: z.string().min(1).default('127.0.0.1'),
    METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    METRICS_TOKEN: set(z.string().min(SHORTEST_KEY, `must have at least ${SHORTEST_KEY} characters`)),
    TLS_CERT_FILE: set(z.string()),
    TLS_KEY_FILE: set(z.string()),
    RETENTION_POLICY: set(z.string()),
    CALENDAR_FILE: set(z.string()),
    AUDIT_KEY: set(z.string().min(AUDIT_KEY, `must have at least ${AUDIT_KEY} characters`)),
    ...s3Environment,
  })
  .refine((env) => (env.WEBHOOK_URL === undefined) === (env.WEBHOOK_SECRET === undefined), {
    path: ['WEBHOOK_URL'],
    error: 'and WEBHOOK_SECRET are set together or not at all',
  })
  .refine((env) => (env.OIDC_ISSUER === undefined) === (env.OIDC_CLIENT_ID === undefined), {
    path: ['OIDC_ISSUER'],
    error: 'and OIDC_CLIENT_ID are set together or not at all',
  })
  .refine((env) => (env.METRICS_PORT === undefined) === (env.METRICS_TOKEN === undefined), {
    path: ['METRICS_PORT'],
    error: 'and METRICS_TOKEN are set together or not at all',
  })
  .refine((env) => (env.TLS_CERT_FILE === undefined) === (env.TLS_KEY_FILE === undefined), {
    path: ['TLS_CERT_FILE'],
    error: 'and TLS_KEY_FILE are set together or not at all',
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
  const s3 = readS3Settings(env)
  if (typeof s3 === 'string') {
    return refusal(s3)
  }
  const webhook =
    env.WEBHOOK_URL !== undefined && env.WEBHOOK_SECRET !== undefined
      ? { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET }
      : undefined
  return success({
    host: env.HOST,
    port: env.PORT,
    dataFolder: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseConnections: env.DATABASE_CONNECTIONS,
    accountsFile: env.ACCOUNTS_FILE,
    intakeToken: env.INTAKE_TOKEN,
    webhook,
    dropFolder: env.DROP_DIR,
    rulePacksFolder: env.RULE_PACKS_DIR,
    rulePackKeysFile: env.RULE_PACK_KEYS,
    recoveryFile: env.RECOVERY_FILE,
    s3,
    company:
      env.OIDC_ISSUER !== undefined && env.OIDC_CLIENT_ID !== undefined
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            algorithms: env.OIDC_ALGORITHMS,
            scope: env.OIDC_SCOPE,
            accountClaim: env.OIDC_ACCOUNT_CLAIM,
          }
        : undefined,
    metrics:
      env.METRICS_PORT !== undefined && env.METRICS_TOKEN !== undefined
        ? { host: env.METRICS_HOST, port: env.METRICS_PORT, token: env.METRICS_TOKEN }
        : undefined,
    tls:
      env.TLS_CERT_FILE !== undefined && env.TLS_KEY_FILE !== undefined
        ? { certFile: env.TLS_CERT_FILE, keyFile: env.TLS_KEY_FILE }
        : undefined,
    reuseKey: env.REUSE_KEY,
    previousReuseKey: env.REUSE_KEY_BEFORE,
    auditKey: env.AUDIT_KEY,
    retentionPolicy: env.RETENTION_POLICY,
    calendarFile: env.CALENDAR_FILE,
  })
}
