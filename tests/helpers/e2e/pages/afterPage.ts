import { expect, type Page } from '@playwright/test'

/** Where a supervisor enters what happens outside the desk. */
export function afterPage(page: Page) {
  const panel = page.getByTestId('after-panel')
  const row = (orderNumber: string) => page.locator(`[data-testid="after-row"][data-order="${orderNumber}"]`)
  return {
    panel,
    row,
    stateOf: (orderNumber: string) => row(orderNumber).getByTestId('state-chip'),
    entityNumber: panel.getByTestId('entity-number'),
    serviceNumbers: panel.getByTestId('service-number'),
    chooseCertificate: panel.getByRole('button', { name: '选取备案证书' }),
    chosenCertificate: panel.getByTestId('chosen-certificate'),
    recordAnswer: panel.getByRole('button', { name: '登记结果' }),
    async choose(orderNumber: string): Promise<void> {
      await row(orderNumber).click()
      await expect(panel).toContainText(orderNumber)
    },
    /** Presses one of the panel's buttons and waits until the filing stands elsewhere. */
    async record(orderNumber: string, button: string): Promise<void> {
      await this.choose(orderNumber)
      await panel.getByRole('button', { name: button }).click()
    },
  }
}
