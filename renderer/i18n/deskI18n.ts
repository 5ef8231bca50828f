import { createI18n } from 'vue-i18n'
import { en } from './en'
import { zh } from './zh'

/** Texts of the interface. No language falls back to another: every key exists in both. */
export function createDeskI18n(locale: 'zh' | 'en') {
  return createI18n({ legacy: false, locale, fallbackLocale: [], messages: { zh, en }, missingWarn: true })
}
