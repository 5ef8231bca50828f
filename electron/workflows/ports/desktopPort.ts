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
  /** Lets the person choose a rule pack and reads it; null when cancelled. */
  chooseRulePack(maxBytes: number): Promise<Uint8Array | 'too-large' | null>
  /** Shows a file in the system's file manager. Only ever called with a path from the register of packages. */
  revealFile(folder: string, fileName: string): void
}
