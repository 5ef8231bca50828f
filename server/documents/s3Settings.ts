import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { isSafeLine } from '../../shared/protocol/safeLine'

/** Where documents are kept in an S3-compatible storage, and the key for it. */
export interface S3Settings {
  /** Origin without a path, `https://storage.example.com:9000`. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** Put before every name, empty or ending with `/`. */
  readonly prefix: string
  readonly accessKeyId: string
  readonly secret: { readonly value: string } | { readonly file: string }
}

/** The variables of the storage; empty ones have been taken out before. */
export const s3Environment = {
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an https address' })
    .refine(isPlainOrigin, 'must be an origin alone, without path, query or credentials')
    .refine((address) => URL.canParse(address) && isSafeLine(new URL(address)), {
      // Identity papers cross this line.
      error: 'must be https, or http on this machine alone',
    })
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be a region like us-east-1')
    .default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_PREFIX: z
    .string()
    .regex(/^([A-Za-z0-9_-]+\/)*$/, 'must end with / and have letters, digits, - and _ alone')
    .default(''),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY_FILE: z.string().min(1).optional(),
}

type S3Environment = z.output<z.ZodObject<typeof s3Environment>>

/** Undefined: no storage is configured. A string: what is wrong, naming the variable. */
export function readS3Settings(env: S3Environment): S3Settings | string | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId } = env
  const { S3_SECRET_ACCESS_KEY: value, S3_SECRET_ACCESS_KEY_FILE: file } = env
  const given = [endpoint, bucket, accessKeyId, value ?? file]
  if (given.every((part) => part === undefined)) {
    return undefined
  }
  if (value !== undefined && file !== undefined) {
    return 'S3_SECRET_ACCESS_KEY and S3_SECRET_ACCESS_KEY_FILE are not set both'
  }
  const secret = value !== undefined ? { value } : file !== undefined ? { file } : undefined
  if (endpoint === undefined || bucket === undefined || accessKeyId === undefined || secret === undefined) {
    return 'S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY (or its _FILE) are set together or not at all'
  }
  const origin = new URL(endpoint).origin
  return { endpoint: origin, region: env.S3_REGION, bucket, prefix: env.S3_PREFIX, accessKeyId, secret }
}

/** The secret itself. Throws when its file cannot be read or is empty; the words name the variable alone. */
export async function readS3Secret(secret: S3Settings['secret']): Promise<string> {
  if ('value' in secret) {
    return secret.value
  }
  const content = await readFile(secret.file, 'utf8').catch((cause: unknown) => {
    throw new Error('The file of S3_SECRET_ACCESS_KEY_FILE cannot be read', { cause })
  })
  if (content.trim() === '') {
    throw new Error('The file of S3_SECRET_ACCESS_KEY_FILE is empty')
  }
  return content.trim()
}

function isPlainOrigin(address: string): boolean {
  if (!URL.canParse(address)) {
    return false
  }
  const { pathname, search, username, hash } = new URL(address)
  return pathname === '/' && search === '' && username === '' && hash === ''
}
