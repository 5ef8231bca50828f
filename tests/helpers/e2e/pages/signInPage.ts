import { expect, type Page } from '@playwright/test'

/** Where a person signs in. */
export function signInPage(page: Page) {
  const form = page.getByRole('form', { name: '登录' })
  return {
    form,
    failure: form.getByRole('alert'),
    /** The way by the company's own account. */
    company: form.getByRole('button', { name: '使用企业账号登录' }),
    waiting: form.getByTestId('company-waiting'),
    turnBack: form.getByRole('button', { name: '返回' }),
    async submit(username: string, password: string): Promise<void> {
      await form.getByLabel('用户名').fill(username)
      await form.getByLabel(/^密码/).fill(password)
      await form.getByRole('button', { name: '登录', exact: true }).click()
    },
    /** Signs in and waits for the desk. Deriving the key takes a second or two on purpose. */
    async signIn({ username, password, displayName }: Person): Promise<void> {
      await this.submit(username, password)
      await expect(page.getByTestId('person')).toContainText(displayName, { timeout: 30_000 })
    },
  }
}

interface Person {
  readonly username: string
  readonly password: string
  readonly displayName: string
}
