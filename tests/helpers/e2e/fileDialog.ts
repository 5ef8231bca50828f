import type { DeskApplication } from './launchDesk'

/** Puts the test in the place of the person who chooses something in the system's dialog. */
export async function chooseInDialog(desk: DeskApplication, chosen: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, chosen)
}

/** As `chooseInDialog`, where a file is to be written. */
export async function saveInDialog(desk: DeskApplication, file: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, file)
}
