import { z } from 'zod'

/** Path of the address on the workstation to which the identity provider sends the browser back; the port is any. */
export const LOOPBACK_PATH = '/signed-in'
/** RFC 7636: 43 to 128 unreserved characters. */
const verifierSchema = z.string().regex(/^[\w.~-]{43,128}$/)

/** How people sign in at this server besides by password; for everybody. */
export const signInWaysReplySchema = z.strictObject({
  /** Null: the company's way is not offered. */
  company: z
    .strictObject({
      issuer: z.url({ protocol: /^https?$/ }),
      clientId: z.string().min(1),
      scope: z.string().min(1),
      /** Where the browser goes; null while the identity provider does not answer. */
      authorizationEndpoint: z.url({ protocol: /^https?$/ }).nullable(),
    })
    .nullable(),
})
export type CompanyWay = NonNullable<z.output<typeof signInWaysReplySchema>['company']>

/** What came back from the identity provider, and what proves that it was asked for by this desk. */
export const companySignInRequestSchema = z.strictObject({
  code: z.string().min(1).max(4000),
  /** Who says it answered; null when the provider does not say. */
  iss: z.string().max(500).nullable(),
  codeVerifier: verifierSchema,
  nonce: z.string().min(16).max(200),
  redirectUri: z.string().regex(new RegExp(`^http://127\\.0\\.0\\.1:\\d{1,5}${LOOPBACK_PATH}$`)),
})
export type CompanySignInRequest = z.output<typeof companySignInRequestSchema>
