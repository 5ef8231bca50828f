import { computed, onBeforeUnmount, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useAsyncAction } from './useAsyncAction'
import { useDay } from './useDay'
import { useNames } from './useNames'
import { useLock } from './useLock'
import { useSignOut } from './useSignOut'
import * as desk from '../api/deskApi'
import { useAdvisorStore } from '../stores/advisor'
import { useCaseReviewStore } from '../stores/caseReview'
import { useQueueStore } from '../stores/queue'
import { useSessionStore } from '../stores/session'
import { useSettingsStore } from '../stores/settings'
import { useSyncStore } from '../stores/sync'
import type { QueueItem } from '../../shared/ipc/models'

/** Something the palette offers: a command, or a filing that was found. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly run: () => Promise<unknown>
}

/** Places that ask for a right. */
const PLACES = [
  { name: 'calls', label: 'commands.toCalls', right: 'call' },
  { name: 'packages', label: 'commands.toPackages', right: 'export' },
  { name: 'rules', label: 'commands.toRules', right: 'propose-packs' },
  { name: 'after', label: 'commands.toAfter', right: 'record-notice' },
  { name: 'accounts', label: 'commands.toAccounts', right: 'manage-accounts' },
  { name: 'sampling', label: 'commands.toSampling', right: 'read-sampling' },
  { name: 'figures', label: 'commands.toFigures', right: 'read-figures' },
  { name: 'audit', label: 'commands.toAudit', right: 'read-audit' },
] as const
const FOUND_LIMIT = 8
const SEARCH_DELAY_MS = 150

/** Commands that match the text, and filings found by it. */
export function useCommands(text: Readonly<Ref<string>>) {
  const { t } = useI18n()
  const { provinceName } = useNames()
  const router = useRouter()
  const queue = useQueueStore()
  const advisor = useAdvisorStore()
  const review = useCaseReviewStore()
  const session = useSessionStore()
  const settings = useSettingsStore()
  const sync = useSyncStore()
  const day = useDay()
  const signOut = useSignOut()
  const lock = useLock()
  const found = shallowRef<readonly QueueItem[]>([])
  const action = useAsyncAction(async (command: Command) => {
    await command.run()
  })
  let timer: number | undefined
  let asked = 0

  const all = computed<readonly Command[]>(() => [
    ...(session.may('draw')
      ? [{ id: 'draw-next', label: t('commands.drawNext'), hint: 'N', run: drawNext }]
      : []),
    { id: 'queue', label: t('commands.toQueue'), hint: '', run: () => router.push({ name: 'queue' }) },
    {
      id: 'calendar',
      label: t('commands.toCalendar'),
      hint: '',
      run: () => router.push({ name: 'calendar' }),
    },
    ...(review.view === null
      ? []
      : [{ id: 'case', label: t('commands.toCase'), hint: review.view.case.orderNumber, run: openCase }]),
    ...PLACES.filter(({ right }) => session.may(right)).map(({ name, label }) => ({
      id: name,
      label: t(label),
      hint: '',
      run: () => router.push({ name }),
    })),
    ...[...day.moves.value, ...day.quiet.value].map((choice) => ({ ...choice, hint: t('day.title') })),
    { id: 'advisor', label: t('commands.advisor'), hint: 'Ctrl I', run: openAdvisor },
    { id: 'sync', label: t('commands.syncNow'), hint: '', run: sync.syncNow },
    { id: 'lock', label: t('commands.lock'), hint: 'Ctrl L', run: lock.run },
    { id: 'sign-out', label: t('commands.signOut'), hint: '', run: signOut.run },
    ...(['zh', 'en'] as const).map((language) => ({
      id: `language-${language}`,
      label: t('commands.language', { name: t(`frame.languages.${language}`) }),
      hint: '',
      run: () => settings.change({ language }),
    })),
    ...(['system', 'light', 'dark', 'contrast'] as const).map((theme) => ({
      id: `theme-${theme}`,
      label: t('commands.theme', { name: t(`frame.themes.${theme}`) }),
      hint: '',
      run: () => settings.change({ theme }),
    })),
  ])

  const commands = computed<readonly Command[]>(() => {
    const wanted = text.value.trim().toLowerCase()
    const own = all.value.filter((command) => command.label.toLowerCase().includes(wanted))
    return wanted === '' ? own : [...found.value.map(toCommand), ...own]
  })

  function toCommand(item: QueueItem): Command {
    return {
      id: item.id,
      label: `${item.orderNumber}  ${item.entityName}`,
      hint: `${provinceName(item.province)} · ${t(`terms.state.${item.state}`)}`,
      run: () => showInQueue(item),
    }
  }

  function openAdvisor(): Promise<void> {
    advisor.open()
    return Promise.resolve()
  }

  async function drawNext(): Promise<void> {
    const caseId = await queue.drawNext()
    await router.push({ name: 'case', params: { caseId } })
  }

  async function openCase(): Promise<void> {
    await router.push({ name: 'case', params: { caseId: review.view?.case.id ?? '' } })
  }

  async function showInQueue(item: QueueItem): Promise<void> {
    await queue.changeFilter({
      view: 'all',
      text: item.orderNumber,
      overdueOnly: false,
      provinces: [],
      filingTypes: [],
      entityKinds: [],
    })
    await router.push({ name: 'queue' })
  }

  /** Looks for filings once typing pauses; an older answer never replaces a newer one. */
  function search(): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void find(text.value.trim()), SEARCH_DELAY_MS)
  }

  async function find(words: string): Promise<void> {
    const turn = ++asked
    if (words === '') {
      found.value = []
      return
    }
    const reply = await desk.listQueue({
      filter: { view: 'all', text: words },
      sort: 'due',
      descending: false,
      offset: 0,
      limit: FOUND_LIMIT,
    })
    if (turn === asked) {
      found.value = reply.items
    }
  }

  onBeforeUnmount(() => {
    window.clearTimeout(timer)
  })

  return { commands, search, action }
}
