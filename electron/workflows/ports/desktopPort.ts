import type { Settings } from '../../../shared/ipc/models'

/** What the shell does for a workflow beyond data and media: folders, dialogs and preferences of this machine. */
export interface DesktopPort {
  readSettings(): Settings
  /** Keeps the settings for the next start; they hold no personal data. */
  saveSettings(settings: Settings): Promise<void>
  /** Folder that packages go to; null until somebody chose one. */
  exportFolder(): string | null
  /** Lets the person choose a folder and remembers it; null when cancelled. */
  chooseExportFolder(): Promise<string | null>
  /** Lets the person choose a zip and reads it; null when cancelled. */
  chooseZip(maxBytes: number): Promise<Uint8Array | 'too-large' | null>
  /** Lets the person choose a text file with one of these extensions and reads it; null when cancelled. */
  chooseTextFile(
    maxBytes: number,
    extensions: readonly string[],
  ): Promise<{ readonly text: string } | 'too-large' | null>
  /** Lets the person choose a PDF document or a picture and reads it, with its name; null when cancelled. */
  chooseCertificate(
    maxBytes: number,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array } | 'too-large' | null>
  /** Lets the person choose where a text file goes and writes it; false when cancelled. */
  saveText(suggestedName: string, text: string): Promise<boolean>
  /** Lets the person choose where a hand-carry bundle goes, then has it made and writes it whole or not at all; false when cancelled. */
  saveBundle(suggestedName: string, make: () => Promise<Uint8Array>): Promise<boolean>
  /** Lets the person choose a hand-carry bundle and reads it; null when cancelled. */
  chooseBundle(maxBytes: number): Promise<Uint8Array | 'too-large' | null>
  /** Puts text on the system's clipboard and takes it away after a minute, if it is still there. */
  copyText(text: string): void
  /** Throws the page away with everything it has in memory, and loads it anew. */
  discardPage(): void
  /** Hands a number to the softphone (`tel:+86…`); false when the system has none for it. */
  dial(address: string): Promise<boolean>
  /** Shows a file in the system's file manager. Only ever called with a path from the register of packages. */
  revealFile(folder: string, fileName: string): void
}
