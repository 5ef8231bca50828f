import { DIAL_ADDRESS } from '../../shared/calls/dialAddress'
import { isSafeLine } from '../../shared/protocol/safeLine'

/** What the desk asks the system to open for it; Electron's `shell.openExternal`. */
type SystemOpen = (url: string) => Promise<void>

/**
 * The one door through which an address leaves the desk. It is opened by name and for a purpose: an address that does not
 * fit the purpose is a mistake of ours or of the server's, and throws before the system hears of it.
 */
export function createExternalDoor(open: SystemOpen) {
  return {
    /** The page of an identity provider, in the system's browser. In clear only on this machine, for trials. */
    async signInPage(address: string): Promise<void> {
      const url = new URL(address)
      if (!isSafeLine(url) || url.username !== '' || url.password !== '') {
        throw new Error('The address of the sign-in page is not one that the desk opens')
      }
      await open(url.href)
    },
    /** A number for the softphone. False when the system has nothing that takes it: the person dials by hand. */
    async dial(address: string): Promise<boolean> {
      if (!DIAL_ADDRESS.test(address)) {
        throw new Error('The address is not that of a telephone number')
      }
      try {
        await open(address)
        return true
      } catch {
        return false
      }
    },
  }
}
