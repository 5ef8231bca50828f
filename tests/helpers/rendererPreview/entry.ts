import { createFakeDesk, type FakeDeskInput } from '../fakeDesk'
import { ROLES } from '../../../shared/review/roles'

/** Runs before the renderer: puts a fake shell where the preload script would put the real one. */
interface PreviewData extends Pick<FakeDeskInput, 'items' | 'views'> {
  readonly now: string
}

const options = new URLSearchParams(window.location.search)
const response = await fetch('/preview.json')
const data = (await response.json()) as PreviewData
const startedAt = Date.now()
const isEmpty = options.has('empty')
const desk = createFakeDesk({
  items: isEmpty ? [] : data.items,
  views: data.views,
  user: {
    id: '0199d000-0000-7000-b000-000000000001',
    username: 'zhou.min',
    displayName: '周敏',
    role: ROLES.find((role) => role === options.get('role')) ?? 'reviewer',
  },
  password: 'preview',
  auditProblem: options.has('audit-refused') ? 'refused' : null,
  signedIn: !options.has('sign-in'),
  settings: {
    language: options.get('language') === 'en' ? 'en' : 'zh',
    theme: (options.get('theme') ?? 'light') as 'light' | 'dark' | 'contrast' | 'system',
    density: options.get('density') === 'roomy' ? 'roomy' : 'dense',
  },
  now: () => new Date(Date.parse(data.now) + Date.now() - startedAt),
})
Object.assign(window, { desk: desk.bridge, fakeDesk: desk })
// By address, so that the type check of the tests does not follow into the screens.
const address = '/main.ts'
await import(/* @vite-ignore */ address)
