import { expect, type Page } from '@playwright/test'

/** The person's shift in the frame. */
export function dayMenu(page: Page) {
  const menu = page.getByTestId('day-menu')
  const end = page.getByTestId('end-shift')
  return {
    menu,
    async choose(item: string): Promise<void> {
      await menu.click()
      await page.getByTestId(item).click()
      await expect(page.getByTestId(item)).toBeHidden()
    },
    inHand: end.getByTestId('case-in-hand'),
    /** Ends the shift with a note for the only case in hand. */
    async endWithNote(text: string): Promise<void> {
      await end.getByTestId('note-of-case').fill(text)
      await end.getByTestId('confirm-end-shift').click()
      await expect(end).toBeHidden()
    },
  }
}
