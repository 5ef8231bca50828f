import { readFileSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { dialog, shell, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { settingsSchema, type Settings } from '../../shared/ipc/models'
import type { DesktopPort } from '../workflows/ports/desktopPort'

const DEFAULTS: Settings = { language: 'zh', theme: 'system', density: 'dense' }
const storedSchema = z.object({ settings: settingsSchema, exportFolder: z.string().nullable() })
type Stored = z.output<typeof storedSchema>

/** Preferences of this machine (language, look, folder of packages) and the system's dialogs. */
export function createDesktop(userData: string, window: () => BrowserWindow | null): DesktopPort {
  const file = join(userData, 'preferences.json')
  let stored = readStored(file)

  async function save(next: Stored): Promise<void> {
    await mkdir(userData, { recursive: true })
    const temporary = `${file}.new`
    const handle = await open(temporary, 'w', 0o600)
    try {
      await handle.writeFile(JSON.stringify(next))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    stored = next
  }

  return {
    readSettings: () => stored.settings,
    saveSettings: (settings) => save({ ...stored, settings }),
    exportFolder: () => stored.exportFolder,
    async chooseExportFolder() {
      const parent = window()
      const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      const folder = answer.canceled ? undefined : answer.filePaths[0]
      if (folder === undefined) {
        return null
      }
      await save({ ...stored, exportFolder: folder })
      return folder
    },
    async chooseRulePack(maxBytes) {
      const parent = window()
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: 'zip', extensions: ['zip'] }],
      }
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      const file = answer.canceled ? undefined : answer.filePaths[0]
      return file === undefined ? null : readBounded(file, maxBytes)
    },
    revealFile(folder, fileName) {
      shell.showItemInFolder(join(folder, fileName))
    },
  }
}

/** Reads no more than was asked for, whatever the file says of its size. */
async function readBounded(file: string, maxBytes: number): Promise<Uint8Array | 'too-large'> {
  const handle = await open(file, 'r')
  try {
    const buffer = new Uint8Array(maxBytes + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.byteLength - length)
      length += bytesRead
      if (length > maxBytes) {
        return 'too-large'
      }
      if (bytesRead === 0) {
        return buffer.slice(0, length)
      }
    }
  } finally {
    await handle.close()
  }
}

/** Unreadable preferences are not worth a stopped shift: the defaults hold, and the next change writes them anew. */
function readStored(file: string): Stored {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : { settings: DEFAULTS, exportFolder: null }
  } catch {
    return { settings: DEFAULTS, exportFolder: null }
  }
}
