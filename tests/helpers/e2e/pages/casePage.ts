import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'

/** More than any checklist asks of a person. */
const MOST_LINES = 80
/** Lower than that nobody recognises a document. */
const THUMBNAIL_PIXELS = 24
/** A pane of one colour has a standard deviation of almost nothing; a document on it has tens. */
const PICTURE_DEVIATION = 4

/** A case on the screen: form, documents, checklist, decision. */
export function casePage(page: Page) {
  const bar = page.getByTestId('decision-bar')
  const problems = page.getByTestId('gate-problems')

  return {
    order: page.getByTestId('case-order'),
    drawReason: page.getByTestId('draw-reason'),
    form: page.getByTestId('form'),
    pane: (number: 1 | 2) => page.getByTestId(`pane-${String(number)}`),
    thumbnails: page.getByTestId('document-thumb'),
    lines: page.getByTestId('checklist-line'),
    line: (id: string) => page.locator(`[data-testid="checklist-line"][data-line-id="${id}"]`),
    bar,
    problems,
    decided: page.getByTestId('decided'),
    refused: page.getByTestId('refused'),
    openCertificate: page.getByTestId('open-certificate'),
    certificate: page.getByTestId('certificate-view'),

    /** Waits until the certificate shows its own pixels. */
    async expectCertificateDrawn(): Promise<void> {
      const picture = this.certificate.getByRole('img', { name: '备案证书' })
      await expect
        .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
        .toBeGreaterThan(0)
    },

    /** Waits until the pane shows the document's own pixels and not only its frame. */
    async expectPictureDrawn(number: 1 | 2): Promise<void> {
      const pane = this.pane(number)
      await expect(pane).toHaveAttribute('data-loaded', 'true', { timeout: 30_000 })
      await expect
        .poll(async () => {
          const { channels } = await sharp(await pane.locator('.stage').screenshot()).stats()
          return Math.max(...channels.map(({ stdev }) => stdev))
        })
        .toBeGreaterThan(PICTURE_DEVIATION)
    },
    /** Waits until the strip shows a small picture of every document. */
    async expectThumbnailsDrawn(count: number): Promise<void> {
      await expect(this.thumbnails).toHaveCount(count)
      await expect(this.thumbnails.first()).toBeInViewport({ ratio: 0.9 })
      const pictures = this.thumbnails.locator('img')
      await expect(pictures).toHaveCount(count)
      // The least height at which any of them is shown; nothing for one that has not been loaded.
      await expect
        .poll(() =>
          pictures.evaluateAll((images) =>
            Math.min(
              ...images.map((image) =>
                image instanceof HTMLImageElement && image.naturalWidth > 0 ? image.clientHeight : 0,
              ),
            ),
          ),
        )
        .toBeGreaterThan(THUMBNAIL_PIXELS)
    },
    /** Goes through all lines that wait for a person with the keyboard alone. */
    async tickAllByKeyboard(): Promise<void> {
      const filter = page.locator('label').filter({ hasText: '只看待我处理' })
      if (!(await filter.getByRole('checkbox').isChecked())) {
        await page.keyboard.press((await filter.locator('kbd').innerText()).toLowerCase())
        await expect(filter.getByRole('checkbox')).toBeChecked()
      }
      await page.keyboard.press('ArrowDown')
      // An answer leads on to the next line that waits.
      for (
        let line = 0;
        line < MOST_LINES && !(await problems.getByText('可以通过').isVisible());
        line += 1
      ) {
        await page.keyboard.press('1')
      }
      await expect(problems).toHaveText('可以通过')
    },
    /** Passes with the keys: the first opens the question, the second answers it. */
    async passByKeyboard(): Promise<void> {
      await page.keyboard.press('Control+Enter')
      await expect(page.getByTestId('pass-confirm')).toBeVisible()
      await page.keyboard.press('Control+Enter')
      await expect(this.decided).toBeVisible()
    },
    async openReturn() {
      await page.getByTestId('return').click()
      const composer = page.getByTestId('return-composer')
      await expect(composer).toBeVisible()
      return {
        composer,
        reasons: composer.getByTestId('reason'),
        async addByHand(problem: string, advice: string): Promise<void> {
          const before = await composer.getByTestId('reason').count()
          await composer.getByRole('button', { name: '手写一条' }).click()
          const added = composer.getByTestId('reason').nth(before)
          await added.getByLabel('问题').fill(problem)
          await added.getByLabel('修改建议').fill(advice)
        },
      }
    },
    async confirm(): Promise<void> {
      await page.getByTestId('confirm').click()
      await expect(this.decided).toBeVisible()
    },
    /** The server has the decision. */
    async expectAcknowledged(): Promise<void> {
      await expect(this.decided).toContainText('已由服务器确认')
    },
    async returnWith(problem: string, advice: string): Promise<void> {
      const composer = await this.openReturn()
      await composer.addByHand(problem, advice)
      await this.confirm()
    },
    async escalateBecause(note: string): Promise<void> {
      await page.getByTestId('escalate').click()
      await page.getByTestId('escalate-composer').getByRole('textbox').fill(note)
      await this.confirm()
    },
    /** Draws the next one from the notice about the last; answers its order number. */
    async drawNext(): Promise<string> {
      const before = await this.order.innerText()
      await page.keyboard.press('n')
      await expect(this.order).not.toHaveText(before)
      return this.order.innerText()
    },
  }
}
