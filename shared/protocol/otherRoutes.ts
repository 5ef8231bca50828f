/** Routes that carry something else than one JSON text either way; the others stand in `api.ts`. */

/** The JSON Schema of `filing.json`, open to everybody who builds bundles. */
export const FILING_BUNDLE_SCHEMA_PATH = '/v1/schemas/filing-bundle.json'

/**
 * Server-sent events (auth: session): `event: change` without content whenever some case has changed, a comment line now
 * and then. It only wakes: what changed is asked of the feed. Ends with the access token.
 */
export const NUDGES_PATH = '/v1/nudges'

/** The filing system reports whether an applicant was told (auth: intake key; body `confirmationSchema`). */
export const CONFIRMATIONS_PATH = '/v1/intake/confirmations'

/**
 * Seven routes carry bytes rather than JSON:
 * `POST /v1/intake` (auth: intake key; body: a zip of one bundle, `application/zip`; reply `intakeReplySchema`, 201 or 422),
 * `GET /v1/cases/:caseId/documents/:sha256` (auth: session; `Range` honoured, `ETag` is the hash),
 * `POST /v1/rule-proposals` (auth: session of a supervisor; body: a zip of one signed rule pack; reply `proposeReplySchema`, 201 or 422).
 * `POST /v1/controls/stock?rules=…` (right `plan-controls`; body: a zip of one bundle; reply `stockControlReplySchema`, 201 or 422),
 * `POST /v1/certificates?orderNumber=…&replaces=…` (right `record-notice`; body: PDF, JPEG or PNG, `application/octet-stream`; reply
 *   `certificateReplySchema`, 201 or 422),
 * `POST /v1/carry/out` (right `carry`; body `carryOutRequestSchema`; reply: a hand-carry bundle for a desk, `application/octet-stream`),
 * `POST /v1/carry/in` (right `carry`; body: a bundle from a desk, `application/octet-stream`; reply `carryInReplySchema`, 200 or 422).
 */
export const BYTE_ROUTES = {
  intake: '/v1/intake',
  document: '/v1/cases/:caseId/documents/:sha256',
  ruleProposal: '/v1/rule-proposals',
  control: '/v1/controls/stock',
  certificate: '/v1/certificates',
  carryOut: '/v1/carry/out',
  carryIn: '/v1/carry/in',
} as const
