import { defineStore } from 'pinia'
import { ref } from 'vue'
import * as desk from '../api/deskApi'
import type { Settings } from '../../shared/ipc/models'

/** Language, theme, density and when the desk locks: shown at once, kept by the shell. */
export const useSettingsStore = defineStore('settings', () => {
  const language = ref<Settings['language']>('zh')
  const theme = ref<Settings['theme']>('system')
  const density = ref<Settings['density']>('dense')
  const lockAfterMinutes = ref<Settings['lockAfterMinutes']>(10)

  function apply(settings: Settings): void {
    language.value = settings.language
    theme.value = settings.theme
    density.value = settings.density
    lockAfterMinutes.value = settings.lockAfterMinutes
  }

  async function read(): Promise<void> {
    apply(await desk.readSettings())
  }

  async function change(part: Partial<Settings>): Promise<void> {
    apply({
      language: language.value,
      theme: theme.value,
      density: density.value,
      lockAfterMinutes: lockAfterMinutes.value,
      ...part,
    })
    apply(await desk.changeSettings(part))
  }

  return { language, theme, density, lockAfterMinutes, read, change }
})
