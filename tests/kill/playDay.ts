import { type AnyDesk, decideNext, editHeld, settleOne, type Tell } from './dayActs'

/**
 * A short working day at one desk that writes everything a desk writes: a new profile, queue, cases, documents, drafts,
 * decisions of each kind, one that is refused and taken back, a change of shift, the end of the day. What the person is
 * told is told on, at once.
 */
export async function playDay(
  desk: AnyDesk,
  tell: Tell,
  withdraw: (orderNumber: string) => Promise<void>,
): Promise<void> {
  await desk.signIn()
  await desk.sync()
  await desk.download()
  await decideNext(desk, tell, 'pass')
  await decideNext(desk, tell, 'return')
  await editHeld(desk, tell)
  await desk.sync()
  await desk.download()
  const orderNumber = await editHeld(desk, tell)
  await withdraw(orderNumber)
  await decideNext(desk, tell, 'pass')
  await desk.sync()
  await settleOne(desk, tell)
  await decideNext(desk, tell, 'escalate')
  await desk.sync()
  await desk.session.signOut()
  await desk.signIn()
  await desk.sync()
  await decideNext(desk, tell, 'return')
  await desk.sync()
  await desk.close()
}
