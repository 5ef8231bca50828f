import { expect, type Page } from '@playwright/test'

/** The call list and the call that is being made. */
export function callsPage(page: Page) {
  const saved = page.getByTestId('call-saved')
  return {
    row: (orderNumber: string) => page.getByTestId('call-row').filter({ hasText: orderNumber }),
    later: page.getByRole('heading', { name: '稍后' }),
    contacts: page.getByTestId('call-contact'),
    dialled: page.getByTestId('dialled'),
    points: page.getByTestId('call-point'),
    note: page.getByTestId('call-note'),
    form: page.getByTestId('call-form'),
    history: page.getByTestId('call-entry'),
    message: page.getByTestId('message-text'),
    leaks: page.getByTestId('message-leaks'),
    copy: page.getByTestId('copy-message'),
    caller: page.getByTestId('caller-number'),
    matches: page.getByTestId('caller-matches'),
    async open(orderNumber: string): Promise<void> {
      await this.row(orderNumber).click()
      await expect(page.getByTestId('call-panel').getByRole('link', { name: orderNumber })).toBeVisible()
    },
    /** Types key by key and waits until all of it is stored. */
    async writeDown(note: string): Promise<void> {
      await this.note.pressSequentially(note)
      await expect(saved).toHaveText('已保存在本机')
    },
    async record(outcome: 'reached' | 'no-answer', callBackAt?: string): Promise<void> {
      await page.getByTestId(`outcome-${outcome}`).click()
      if (callBackAt !== undefined) {
        await page.getByTestId('call-back').fill(callBackAt)
      }
      await page.getByTestId('record-call').click()
      await expect(this.form).toBeHidden()
    },
  }
}
