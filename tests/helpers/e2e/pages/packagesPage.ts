import { expect, type Page } from '@playwright/test'

/** Where the supervisor hands cases over. */
export function packagesPage(page: Page) {
  const passed = page.getByTestId('passed-list')
  const exported = page.getByTestId('exported-list')
  const exportedRow = (orderNumber: string) =>
    exported.locator(`[data-testid="exported-package"][data-order="${orderNumber}"]`)
  return {
    folder: page.getByTestId('package-folder'),
    passedRow: (orderNumber: string) =>
      passed.locator(`[data-testid="passed-case"][data-order="${orderNumber}"]`),
    exportedRow,
    chooseFolder: page.getByRole('button', { name: '选择文件夹…' }),
    /** Exports with one click; answers the file's name. */
    async export(orderNumber: string): Promise<string> {
      await this.passedRow(orderNumber).getByRole('button', { name: '导出提交包' }).click()
      const row = exportedRow(orderNumber)
      await expect(row).toBeVisible({ timeout: 30_000 })
      return row.locator('strong').first().innerText()
    },
    async recordSubmission(orderNumber: string): Promise<void> {
      await exportedRow(orderNumber).getByRole('button', { name: '登记已提交管局' }).click()
      await expect(exportedRow(orderNumber).getByText('已提交管局', { exact: true })).toBeVisible()
    },
  }
}
