import { expect, type Locator, type Page } from '@playwright/test'

/** Where supervisors bring a rule pack into force. */
export function rulesPage(page: Page) {
  const detail = page.getByTestId('pack-detail')
  return {
    detail,
    problems: page.getByTestId('pack-problems'),
    dryRun: page.getByTestId('dry-run'),
    changes: page.getByTestId('dry-run-change'),
    activate: detail.getByRole('button', { name: '同意启用' }),
    pack: (version: string): Locator => page.locator(`[data-testid="rule-pack"][data-version="${version}"]`),
    /** What the chosen pack adds, removes, ends or changes. */
    difference: (kind: 'added' | 'removed' | 'ended' | 'changed') =>
      page.getByTestId('pack-diff').locator(`section[data-kind="${kind}"]`),
    async import(): Promise<void> {
      await page.getByRole('button', { name: '导入规则包…' }).click()
    },
    /** Tries the chosen pack on the open queue and waits for what was found. */
    async tryOut(): Promise<void> {
      await detail.getByRole('button', { name: '在未决订单上试跑' }).click()
      await expect(page.getByTestId('dry-run')).toBeVisible({ timeout: 60_000 })
    },
    async filterByRule(ruleId: string): Promise<void> {
      await page.getByTestId('dry-run-filter').selectOption(ruleId)
    },
  }
}
