import type { TeamAccounts } from '../../shared/protocol/accounts'

/** A team as a supervisor sees it. */
export const fakeAccounts: TeamAccounts = {
  company: true,
  accounts: [
    account('1', 'chen.jing', '陈静', 'reviewer', { provinces: ['330000', '310000'] }),
    account('2', 'gao.yan', '高岩', 'senior-reviewer', { subject: '7f3c9a52-gao', password: 'none' }),
    account('3', 'he.jing', '何静', 'reviewer', { password: 'one-time' }),
    account('4', 'shen.ji', '沈洁', 'auditor', {}),
    account('5', 'sun.li', '孙立', 'supervisor', { subject: 'b41e0d77-sun' }),
    account('6', 'zhang.wei', '张伟', 'reviewer', { closedAt: '2026-11-12T09:00:00.000Z' }),
  ],
  unbound: [{ subject: '90ab12cd-zhao', claimedName: '赵敏', lastSeenAt: '2026-11-20T02:10:00.000Z' }],
}

type Account = TeamAccounts['accounts'][number]

function account(
  id: string,
  username: string,
  displayName: string,
  role: Account['role'],
  other: Partial<Account>,
): Account {
  return {
    id: `01999f3c-7a10-7cc1-8a55-0d5f5a1fac0${id}`,
    username,
    displayName,
    role,
    closedAt: null,
    subject: null,
    password: 'own',
    ...other,
  }
}
