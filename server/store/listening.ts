/** Channel on which every commit that changed a case says so. It carries nothing else. */
export const CHANGE_CHANNEL = 'beian_desk_change'

/** Something that waits for changes of the database, of this process or of others, until it is closed. */
export interface Listening {
  close(): Promise<void>
}
