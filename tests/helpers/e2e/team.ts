import { makeSigningKey } from '../signedPacks'
import type { Role } from '../../../shared/review/roles'

export interface Colleague {
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly password: string
}

/** Two reviewers, two supervisors and an auditor, as the server makes them from its file of accounts. */
export const TEAM = {
  chen: { username: 'chen', displayName: '陈静', role: 'reviewer', password: 'e2e chen 7319 lantern' },
  liu: { username: 'liu', displayName: '刘洋', role: 'reviewer', password: 'e2e liu 2284 harbour' },
  zhou: { username: 'zhou', displayName: '周敏', role: 'supervisor', password: 'e2e zhou 9051 orchard' },
  sun: { username: 'sun', displayName: '孙立', role: 'supervisor', password: 'e2e sun 6620 meadow' },
  shen: { username: 'shen', displayName: '沈洁', role: 'auditor', password: 'e2e shen 4418 cellar' },
} as const satisfies Record<string, Colleague>

export const INTAKE_TOKEN = 'e2e-intake-token-of-this-machine-only'

/** Signs the rule packs that the team imports; made anew by each process that runs tests. */
export const PROVIDER_KEY = makeSigningKey('示例云规则组')
