import type { Page } from '@playwright/test'

/** Between the company's account and the desk: the passphrase of this machine. */
export function passphrasePage(page: Page) {
  const card = page.getByTestId('passphrase')
  return {
    card,
    open: card.getByRole('button', { name: '打开工作台' }),
    /** Types a new one twice. */
    async choose(passphrase: string): Promise<void> {
      await card.getByRole('textbox', { name: '本机口令' }).fill(passphrase)
      await card.getByRole('textbox', { name: '再次输入' }).fill(passphrase)
    },
  }
}
