import { expect, type Page } from '@playwright/test'

/** Enrolment by file, at the sign-in page. */
export function enrolPage(page: Page) {
  const begin = page.getByTestId('enrol-begin')
  const wait = page.getByTestId('enrol-wait')
  return {
    wait,
    refused: wait.getByTestId('enrol-refused'),
    ownFingerprint: () => wait.getByTestId('own-fingerprint').innerText(),
    /** From the sign-in page. Deriving the key takes a second or two on purpose. */
    async begin(username: string, passphrase: string): Promise<void> {
      await page.getByRole('button', { name: '用文件登记本机' }).click()
      await begin.getByLabel('用户名').fill(username)
      await begin.getByLabel('本机口令').fill(passphrase)
      await begin.getByLabel('再次输入').fill(passphrase)
      await begin.getByRole('button', { name: '开始登记' }).click()
      await expect(wait).toBeVisible({ timeout: 30_000 })
    },
    async saveRequest(): Promise<void> {
      await wait.getByRole('button', { name: '导出登记申请' }).click()
      await expect(wait.getByRole('status')).toContainText('已写入')
    },
    async takeReply(fingerprint: string): Promise<void> {
      await wait.getByLabel('服务器指纹').fill(fingerprint)
      await wait.getByRole('button', { name: '导入登记回执' }).click()
    },
  }
}
