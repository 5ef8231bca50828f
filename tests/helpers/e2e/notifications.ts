import type { DeskApplication } from './launchDesk'

const LIST = '__shownNotifications'

/** From now on what the desk lets the system show is written down as well. */
export async function watchNotifications(desk: DeskApplication): Promise<void> {
  await desk.app.evaluate(({ Notification }, list) => {
    const shown: string[] = []
    Reflect.set(globalThis, list, shown)
    const show = Reflect.get<Electron.Notification, 'show'>(Notification.prototype, 'show')
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(`${this.title}: ${this.body}`)
      show.call(this)
    }
  }, LIST)
}

/** Title and text of every notification since it is watched, in order. */
export async function shownNotifications(desk: DeskApplication): Promise<readonly string[]> {
  return desk.app.evaluate((_, list) => Reflect.get(globalThis, list) as string[], LIST)
}
