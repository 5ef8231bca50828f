import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { clipboard, dialog, shell, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { settingsSchema, type Settings } from '../../shared/ipc/models'
import { decodeText } from '../common/decodeText'
import { writeFileDurably } from '../common/durableFile'
import { AppError } from '../workflows/appError'
import { problemOf } from '../workflows/packages/writePackage'
import type { DesktopPort } from '../workflows/ports/desktopPort'
import { createClipboard } from './clipboard'
import { logUnexpected } from './log'

const DEFAULTS: Settings = { language: 'zh', theme: 'system', density: 'dense', lockAfterMinutes: 10 }
/** A setting that an earlier version did not know keeps its default, beside those that were chosen. */
const storedSchema = z.object({
  settings: z.preprocess((stored) => ({ ...DEFAULTS, ...asObject(stored) }), settingsSchema),
  exportFolder: z.string().nullable(),
})
type Stored = z.output<typeof storedSchema>

/** Preferences of this machine (language, look, folder of packages) and the system's dialogs. */
export function createDesktop(
  userData: string,
  window: () => BrowserWindow | null,
  dial: DesktopPort['dial'],
): DesktopPort {
  const file = join(userData, 'preferences.json')
  let stored = readStored(file)
  const copyText = createClipboard(
    {
      write: async (text) => clipboard.writeText(text),
      read: async () => clipboard.readText(),
      clear: () => {
        clipboard.clear()
        return Promise.resolve()
      },
    },
    (cause) => {
      logUnexpected('clipboard', cause)
    },
  )

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
    async chooseZip(maxBytes) {
      const parent = window()
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: 'zip', extensions: ['zip'] }],
      }
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      const file = answer.canceled ? undefined : answer.filePaths[0]
      return file === undefined ? null : readBounded(file, maxBytes)
    },
    async chooseTextFile(maxBytes, extensions) {
      const parent = window()
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: extensions.join(', '), extensions: [...extensions] }],
      }
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      const file = answer.canceled ? undefined : answer.filePaths[0]
      if (file === undefined) {
        return null
      }
      const bytes = await readBounded(file, maxBytes)
      return bytes === 'too-large' ? bytes : { text: decodeText(bytes) }
    },
    async chooseCertificate(maxBytes) {
      const parent = window()
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: 'PDF, JPEG, PNG', extensions: ['pdf', 'jpg', 'jpeg', 'png'] }],
      }
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      const file = answer.canceled ? undefined : answer.filePaths[0]
      if (file === undefined) {
        return null
      }
      const bytes = await readBounded(file, maxBytes)
      return bytes === 'too-large' ? bytes : { name: basename(file), bytes }
    },
    async saveText(suggestedName, text) {
      const parent = window()
      const options: Electron.SaveDialogOptions = { defaultPath: suggestedName }
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      if (answer.canceled || answer.filePath === '') {
        return false
      }
      writeChosen(answer.filePath, Buffer.from(text))
      return true
    },
    async saveBundle(suggestedName, make) {
      const parent = window()
      const options: Electron.SaveDialogOptions = { defaultPath: suggestedName }
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      if (answer.canceled || answer.filePath === '') {
        return false
      }
      writeChosen(answer.filePath, await make())
      return true
    },
    async chooseBundle(maxBytes) {
      const parent = window()
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: 'carry', extensions: ['carry'] }],
      }
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
      const file = answer.canceled ? undefined : answer.filePaths[0]
      if (file === undefined) {
        return null
      }
      try {
        // The bound is far above what a bundle has, so no buffer of its size is made.
        const { size } = await stat(file)
        return size > maxBytes ? 'too-large' : await readFile(file)
      } catch (error) {
        throw fileFailure(error)
      }
    },
    discardPage() {
      window()?.webContents.reloadIgnoringCache()
    },
    copyText,
    dial,
    revealFile(folder, fileName) {
      shell.showItemInFolder(join(folder, fileName))
    },
  }
}

/** Whole or not at all: what is carried away is not looked at again. */
function writeChosen(file: string, bytes: Uint8Array): void {
  try {
    writeFileDurably(file, bytes)
  } catch (error) {
    throw fileFailure(error)
  }
}

function fileFailure(cause: unknown): unknown {
  const problem = problemOf(cause)
  return problem === null
    ? cause
    : Object.assign(new AppError(problem, 'The chosen file cannot be used'), { cause })
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
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
