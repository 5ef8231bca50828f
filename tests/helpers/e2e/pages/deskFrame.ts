import { expect, type Page } from '@playwright/test'

/** What stands around every view: the rail, the status bar, the menu. */
export function deskFrame(page: Page) {
  const details = page.getByTestId('sync-details')
  return {
    connection: page.getByTestId('status-connection'),
    toSend: page.getByTestId('status-to-send'),
    refused: page.getByTestId('status-refused'),
    examined: page.getByTestId('status-examined'),
    saved: page.getByTestId('status-saved'),
    statusBar: page.getByTestId('status-bar'),
    details,
    async goTo(place: '队列' | '审核' | '提交包' | '后续' | '规则包' | '回访'): Promise<void> {
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click()
    },
    async openDetails(): Promise<void> {
      await page.getByTestId('status-bar').click()
      await expect(details).toBeVisible()
    },
    /** Asks for an exchange with the server now instead of at the next one. */
    async syncNow(): Promise<void> {
      await this.openDetails()
      await details.getByRole('button', { name: '立即同步' }).click()
      await details.getByRole('button', { name: '关闭' }).click()
      await expect(details).toBeHidden()
    },
    async signOut(): Promise<void> {
      await page.getByRole('button', { name: '设置' }).click()
      await page.getByRole('menuitem', { name: '退出登录' }).click()
      // The reading under way is finished first, which takes its time on a busy machine.
      await expect(page.getByRole('form', { name: '登录' })).toBeVisible({ timeout: 60_000 })
    },
    /** Everything decided here has reached the server. */
    async expectAllSent(): Promise<void> {
      await expect(this.connection).toHaveText('在线')
      await expect(this.toSend).toHaveText('无待发送')
    },
    /** Every picture of the held and reserved cases is here and examined. */
    async expectAllExamined(): Promise<void> {
      await expect(this.examined).toHaveText(/图片检查 ([1-9]\d*)\/\1$/, { timeout: 60_000 })
    },
  }
}
