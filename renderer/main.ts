import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createKeyRegistry, installKeys } from './composables/useKeys'
import { createDeskI18n } from './i18n/deskI18n'
import { guardPage } from './guardPage'
import { createDeskRouter } from './router'
import { useSessionStore } from './stores/session'
import { useSettingsStore } from './stores/settings'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/screens.css'

async function start(): Promise<void> {
  guardPage(document)
  const app = createApp(App)
  app.use(createPinia())
  const settings = useSettingsStore()
  const session = useSessionStore()
  await Promise.allSettled([settings.read(), session.read()])
  app.use(createDeskI18n(settings.language))
  app.use(createDeskRouter(() => session.user !== null))
  installKeys(app, createKeyRegistry())
  app.mount('#app')
}

void start()
