import { expect, type Page } from '@playwright/test'

/** A locked desk. */
export function lockPage(page: Page) {
  const screen = page.getByTestId('lock')
  return {
    screen,
    failure: screen.getByRole('alert'),
    /** Locks by the key. */
    async lock(): Promise<void> {
      await page.keyboard.press('Control+l')
      await expect(screen).toBeVisible()
    },
    async unlock(password: string): Promise<void> {
      await screen.getByRole('textbox', { name: /密码|本机口令/ }).fill(password)
      await screen.getByRole('button', { name: '解锁' }).click()
    },
  }
}
