import { onBeforeUnmount, ref, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSettingsStore } from '../stores/settings'

/** Puts language, theme and density on the document; follows the system's theme while asked to. */
export function useAppearance(): void {
  const settings = useSettingsStore()
  const { locale, t } = useI18n({ useScope: 'global' })
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const contrast = window.matchMedia('(prefers-contrast: more)')
  const systemTheme = ref(readSystemTheme())

  function readSystemTheme(): 'light' | 'dark' | 'contrast' {
    if (contrast.matches) {
      return 'contrast'
    }
    return dark.matches ? 'dark' : 'light'
  }

  function follow(): void {
    systemTheme.value = readSystemTheme()
  }

  dark.addEventListener('change', follow)
  contrast.addEventListener('change', follow)
  onBeforeUnmount(() => {
    dark.removeEventListener('change', follow)
    contrast.removeEventListener('change', follow)
  })

  watchEffect(() => {
    locale.value = settings.language
    const root = document.documentElement
    root.lang = settings.language === 'zh' ? 'zh-CN' : 'en'
    root.dataset['theme'] = settings.theme === 'system' ? systemTheme.value : settings.theme
    root.dataset['density'] = settings.density
    document.title = t('frame.product')
  })
}
