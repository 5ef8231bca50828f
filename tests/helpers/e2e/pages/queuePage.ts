import { expect, type Page } from '@playwright/test'

type ViewName = 'mine' | 'open' | 'escalated' | 'passed' | 'submitted' | 'done' | 'all'

/** The queue: views, table, search, drawing. */
export function queuePage(page: Page) {
  const search = page.getByRole('textbox', { name: '搜索名称、订单号' })
  return {
    search,
    rows: page.getByTestId('queue-row'),
    count: page.getByTestId('queue-count'),
    row: (orderNumber: string) => page.locator(`[data-testid="queue-row"][data-order="${orderNumber}"]`),
    preview: page.getByTestId('queue-preview'),
    async showView(view: ViewName): Promise<void> {
      await page.getByTestId(`view-${view}`).click()
    },
    async searchFor(words: string): Promise<void> {
      await search.fill(words)
    },
    async select(orderNumber: string): Promise<void> {
      // A list that has just got news sorts itself anew, and the row may have moved from under the pointer.
      await expect(async () => {
        await this.row(orderNumber).click()
        await expect(this.preview).toContainText(orderNumber, { timeout: 2000 })
      }).toPass()
    },
    /** Draws the next case with the key; answers its order number. */
    async drawNext(): Promise<string> {
      await expect(page.getByTestId('queue-view')).toBeVisible()
      await page.getByTestId('queue-rows').focus()
      await page.keyboard.press('n')
      const order = page.getByTestId('case-order')
      await expect(order).toBeVisible()
      return order.innerText()
    },
    /** Draws this very case. */
    async draw(orderNumber: string): Promise<void> {
      await this.select(orderNumber)
      await page.getByTestId('preview-draw').click()
      await expect(page.getByTestId('case-order')).toHaveText(orderNumber)
    },
    /** Opens a case that this person has. */
    async open(orderNumber: string): Promise<void> {
      await this.select(orderNumber)
      await page.getByTestId('preview-open').click()
      await expect(page.getByTestId('case-order')).toHaveText(orderNumber)
    },
  }
}
