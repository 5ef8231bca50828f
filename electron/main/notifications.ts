import { Notification } from 'electron'
import type { Settings } from '../../shared/ipc/models'
import type { NoticePort } from '../workflows/ports/noticePort'
import { notificationText } from './notificationText'

/** One notification at a time, which brings the window when it is clicked. */
export function createNotifications(
  language: () => Settings['language'],
  showWindow: () => void,
): NoticePort {
  let shown: Notification | null = null
  return {
    show(kinds) {
      shown?.close()
      shown = new Notification(notificationText(kinds, language()))
      // Held here, or it is collected as garbage together with what a click does.
      shown.on('click', showWindow)
      shown.show()
    },
  }
}
