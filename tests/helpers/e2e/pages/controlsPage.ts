import { expect, type Page } from '@playwright/test'
import type { DeskApplication } from '../launchDesk'
import { chooseInDialog } from '../fileDialog'

/** Hidden control cases on the supervisor's screen of sampling. */
export function controlsPage(page: Page) {
  const panel = page.getByTestId('controls')
  const stockForm = page.getByTestId('control-stock')
  return {
    panel,
    async open(): Promise<void> {
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '抽检' }).click()
      await page.getByTestId('sampling-view').getByRole('button', { name: '质控件' }).click()
      await expect(panel).toBeVisible()
    },
    async setTerms(percent: number, phones: readonly string[]): Promise<void> {
      const form = page.getByTestId('control-terms')
      await form.getByLabel('占新订单的比例（%）').fill(String(percent))
      await form.getByLabel('自有电话号码（每行一个）').fill(phones.join('\n'))
      await form.getByRole('button', { name: '保存' }).click()
      await expect(form.getByRole('button', { name: '保存' })).toBeEnabled()
    },
    /** Finds the rule by these words, ticks it, and chooses the bundle in the system's dialog. */
    async stock(desk: DeskApplication, words: string, file: string): Promise<void> {
      await stockForm.getByRole('searchbox', { name: '按省份、名称或编号查找规则' }).fill(words)
      const found = stockForm.getByRole('checkbox')
      await expect(found).toHaveCount(1)
      await found.check()
      await chooseInDialog(desk, file)
      await stockForm.getByRole('button', { name: '选择备案包' }).click()
    },
    row: (orderNumber: string) => panel.getByRole('row').filter({ hasText: orderNumber }),
  }
}
