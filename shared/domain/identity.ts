import { z } from 'zod'

/** Time-ordered UUID (version 7) made by whoever creates the thing. */
export const idSchema = z.uuid()
/** Lower-case hex SHA-256. Documents are known by the hash of their original bytes. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
