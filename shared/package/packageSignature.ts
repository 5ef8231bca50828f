import { z } from 'zod'
import { orderNumberSchema } from '../domain/filing'
import { idSchema, sha256Schema } from '../domain/identity'
import { publicKeySchema } from '../audit/signedHeads'

/**
 * The signature of a submission package: a file beside it, so that the package itself keeps its bytes. The review server
 * signs by the key with which it signs audit heads, after it has seen that the case passed by that decision and that
 * nobody was given other bytes for it. No time stands in it: the same package has the same signature.
 */

export const SIGNATURE_FORMAT = 'beian-desk/package-signature'
/** What is added to the name of the package. */
export const SIGNATURE_SUFFIX = '.sig.json'

/** What is signed. */
export const packageStatementSchema = z.strictObject({
  orderNumber: orderNumberSchema,
  caseVersion: z.number().int().positive(),
  rulePack: z.string().min(1).max(40),
  applicationVersion: z.string().min(1).max(40),
  /** Entry of the server's audit chain that records the deciding decision. */
  auditHead: sha256Schema,
  /** Of the package itself, whether or not it is handed over encrypted. */
  sha256: sha256Schema,
  bytes: z.number().int().positive(),
})
export type PackageStatement = z.output<typeof packageStatementSchema>

export const packageSignatureSchema = z.strictObject({
  format: z.literal(SIGNATURE_FORMAT),
  version: z.literal(1),
  package: packageStatementSchema,
  signer: z.strictObject({ serverId: idSchema, publicKey: publicKeySchema }),
  signature: z.string().regex(/^[\w-]{86}$/),
})
export type PackageSignature = z.output<typeof packageSignatureSchema>

/** The text under the signature. */
export function packageStatementMessage(serverId: string, statement: PackageStatement): string {
  const { orderNumber, caseVersion, rulePack, applicationVersion, auditHead, sha256, bytes } = statement
  return [
    'beian-desk/package/v1',
    serverId,
    orderNumber,
    caseVersion,
    rulePack,
    applicationVersion,
    auditHead,
    sha256,
    bytes,
  ].join('\n')
}
