import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { createSSRApp, defineComponent, h, ref, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import { makeDesk, ME } from '../../helpers/rendererCases'
import { useCommands } from '../../../renderer/composables/useCommands'
import { createDeskI18n } from '../../../renderer/i18n/deskI18n'
import { useSessionStore } from '../../../renderer/stores/session'
import { ROLES, type Role } from '../../../shared/review/roles'

// By address, so that the type check of the tests does not follow into the screens.
const address = '../../../renderer/components/frame/NavRail.vue'
const { default: NavRail } = (await import(/* @vite-ignore */ address)) as { readonly default: Component }

const Commands = defineComponent(() => {
  const { commands } = useCommands(ref(''))
  return () => commands.value.map(({ id }) => h('b', id))
})

async function shown(component: Component, role: Role): Promise<string> {
  const pinia = createPinia()
  setActivePinia(pinia)
  vi.stubGlobal('window', { desk: makeDesk({ user: { ...ME, role } }).bridge, setTimeout, clearTimeout })
  await useSessionStore().read()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:place*', component }],
  })
  return renderToString(createSSRApp(component).use(pinia).use(router).use(createDeskI18n('zh')))
}

describe('commands', () => {
  it.each(ROLES)('lead to every place of the rail: %s', async (role) => {
    const rail = await shown(NavRail, role)
    const places = [...rail.matchAll(/href="\/([a-z]+)"/gu)].map(([, place]) => place)
    expect(places).toContain('queue')
    const commands = [...(await shown(Commands, role)).matchAll(/<b>([a-z-]+)<\/b>/gu)].map(([, id]) => id)
    // Back to a case only when one is open.
    expect(commands).toEqual(expect.arrayContaining(places.filter((place) => place !== 'case')))
  })
})
