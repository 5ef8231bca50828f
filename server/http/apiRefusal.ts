import type { ApiErrorCode } from '../../shared/protocol/apiModels'
import { refusal } from '../../shared/result'

/** Why a request is not granted. The message is for the log of the caller's developer and quotes nothing. */
export interface ApiRefusal {
  readonly code: ApiErrorCode
  readonly message: string
}

export const STATUS_CODES = {
  'invalid-request': 400,
  unauthenticated: 401,
  'wrong-credentials': 401,
  'one-time-password': 403,
  'identity-unknown': 403,
  'provider-unavailable': 503,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'self-approval': 409,
  'too-large': 413,
  'locked-out': 429,
  busy: 503,
  unexpected: 500,
} as const satisfies Record<ApiErrorCode, number>

/** A request that is not granted. */
export function apiRefusal(
  code: ApiErrorCode,
  message: string,
): { readonly ok: false; readonly error: ApiRefusal } {
  return refusal({ code, message })
}
