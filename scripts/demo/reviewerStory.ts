import { expect, type Page } from '@playwright/test'
import { casePage } from '../../tests/helpers/e2e/pages/casePage'
import { deskFrame } from '../../tests/helpers/e2e/pages/deskFrame'
import { queuePage } from '../../tests/helpers/e2e/pages/queuePage'
import { signInPage } from '../../tests/helpers/e2e/pages/signInPage'
import type { NetworkCable } from '../../tests/helpers/e2e/networkCable'
import type { DemoFiling } from './demoFilings'
import type { DemoAccount } from './demoSettings'
import { sendLater, type IntakeAddress } from './commands'
import type { StoryRecorder } from './storyRecorder'

interface Scene {
  readonly page: Page
  readonly cable: NetworkCable
  readonly story: StoryRecorder
  readonly filings: ReadonlyMap<string, DemoFiling>
  readonly reviewer: DemoAccount
  readonly intake: IntakeAddress
}

/** A reviewer's morning. Answers the order number of a case that has passed and waits for its package. */
export async function tellReviewerStory({
  page,
  cable,
  story,
  filings,
  reviewer,
  intake,
}: Scene): Promise<string> {
  const frame = deskFrame(page)
  const queue = queuePage(page)
  const review = casePage(page)
  const decided = new Set<string>()

  function knownOf(orderNumber: string): DemoFiling {
    const filing = filings.get(orderNumber)
    if (!filing) {
      throw new Error(`${orderNumber} is no filing of the demonstration`)
    }
    return filing
  }

  function choose(what: string, fits: (filing: DemoFiling) => boolean): DemoFiling {
    const filing = [...filings.values()].find(
      (candidate) => !decided.has(candidate.orderNumber) && fits(candidate),
    )
    if (!filing) {
      throw new Error(`The queue has no filing that is ${what}`)
    }
    return filing
  }

  async function drawFromQueue({ orderNumber }: DemoFiling): Promise<void> {
    await frame.goTo('队列')
    await queue.showView('all')
    await queue.searchFor(orderNumber)
    await queue.draw(orderNumber)
  }

  async function pass(orderNumber: string): Promise<void> {
    await review.tickAllByKeyboard()
    await review.passByKeyboard()
    decided.add(orderNumber)
  }

  async function fillReturn({ faults }: DemoFiling): Promise<void> {
    const composer = await review.openReturn()
    if ((await composer.reasons.count()) === 0) {
      await composer.addByHand(faults[0] ?? '材料需要补充', '请按要求修改后重新提交')
    }
  }

  async function decide(filing: DemoFiling): Promise<string> {
    if (filing.faults.length === 0) {
      await pass(filing.orderNumber)
      return '通过'
    }
    await fillReturn(filing)
    await review.confirm()
    decided.add(filing.orderNumber)
    return '退回修改'
  }

  await story.step('打开工作台', { page, picture: 'sign-in' }, async () => {
    await expect(signInPage(page).form).toBeVisible()
    return page.url()
  })
  await story.step(`${reviewer.displayName}登录，队列自动同步`, { page, picture: 'queue' }, async () => {
    await signInPage(page).signIn(reviewer)
    await queue.showView('all')
    await expect(frame.connection).toHaveText('在线', { timeout: 30_000 })
    await expect(queue.count).toHaveText(`${String(filings.size)} 件`, { timeout: 30_000 })
    return queue.count.innerText()
  })
  await story.step('领取下一件，对照材料', { page, picture: 'case' }, async () => {
    const orderNumber = await queue.drawNext()
    await frame.expectAllExamined()
    await review.expectPictureDrawn(1)
    return `${orderNumber}，${await review.drawReason.innerText()}，${await review.problems.innerText()}`
  })
  await story.step('作出第一个决定', { page, picture: 'decided' }, async () => {
    const filing = knownOf(await review.order.innerText())
    return `${filing.orderNumber} ${await decide(filing)}`
  })
  const faulty = choose('faulty', ({ faults, nextRound }) => faults.length > 0 && nextRound !== null)
  await story.step('按订单号找到一件，写退回原因', { page, picture: 'return-composer' }, async () => {
    await drawFromQueue(faulty)
    await fillReturn(faulty)
    return `${faulty.orderNumber}：${faulty.faults.join('、')}`
  })
  await story.step('退回申请人，下一轮随后到达', { page, picture: 'next-round' }, async () => {
    await review.confirm()
    decided.add(faulty.orderNumber)
    await review.expectAcknowledged()
    const sent = await sendLater(intake, faulty.nextRound ?? '')
    await frame.goTo('队列')
    await expect(queue.row(faulty.orderNumber)).toContainText('待初审 · 2', { timeout: 30_000 })
    return sent
  })
  const clean = choose(
    'clean and without a photo',
    ({ faults, needsPhoto }) => faults.length === 0 && !needsPhoto,
  )
  await story.step('核对一件无误的订单，只用键盘通过', { page, picture: 'pass' }, async () => {
    await drawFromQueue(clean)
    await review.expectPictureDrawn(1)
    await pass(clean.orderNumber)
    await review.expectAcknowledged()
    return clean.orderNumber
  })
  await story.step('断网后领取预留的订单并作出决定', { page, picture: 'offline' }, async () => {
    await frame.goTo('队列')
    await queue.searchFor('')
    await frame.expectAllExamined()
    cable.cut()
    await expect(frame.connection).toHaveText(/离线，自/, { timeout: 30_000 })
    const filing = knownOf(await queue.drawNext())
    await review.expectPictureDrawn(1)
    const verdict = await decide(filing)
    await expect(frame.toSend).toHaveText('1 项待发送')
    return `${filing.orderNumber} ${verdict}，${await frame.connection.innerText()}`
  })
  await story.step('恢复网络，自动补发', { page, picture: 'reconnected' }, async () => {
    cable.restore()
    await frame.syncNow()
    await frame.expectAllSent()
    await expect(frame.refused).toBeHidden()
    return frame.statusBar.innerText().then((text) => text.replace(/\s*\n\s*/g, ' · '))
  })
  return clean.orderNumber
}
