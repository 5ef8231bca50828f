import { expect, type Page } from '@playwright/test'
import { deskFrame } from './deskFrame'

/** Exchange by file, in the panel behind the status bar. */
export function carryPanel(page: Page) {
  const panel = page.getByTestId('sync-carry')
  const frame = deskFrame(page)
  /** Presses a button of the panel and reads what is said then. */
  async function press(button: 'carry-in' | 'carry-out', answer: 'carry-told' | 'carry-refused') {
    await frame.openDetails()
    await panel.getByTestId(button).click()
    await expect(panel.getByTestId(answer)).toBeVisible({ timeout: 30_000 })
    const said = await panel.getByTestId(answer).innerText()
    await frame.details.getByRole('button', { name: '关闭' }).click()
    await expect(frame.details).toBeHidden()
    return said
  }
  return {
    takeIn: () => press('carry-in', 'carry-told'),
    refuseIn: () => press('carry-in', 'carry-refused'),
    writeOut: () => press('carry-out', 'carry-told'),
  }
}
