import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { ReplyOf } from '../../shared/ipc/contract'
import type { PackOverview } from '../../shared/protocol/rulePacks'
import type { PackDiff } from '../../shared/rules/diffPacks'

type Overview = ReplyOf<'rules.overview'>
type Change = ReplyOf<'rules.dryRunChanges'>['changes'][number]
type Imported = ReplyOf<'rules.import'>

/** Changes read at once; more follow on request. */
const PAGE = 100

/** The team's rule packs, the one that is looked at, and what it would change. */
export const useRulePacksStore = defineStore('rulePacks', () => {
  const overview = shallowRef<Overview | null>(null)
  const chosenId = ref<string | null>(null)
  const diff = shallowRef<PackDiff | null>(null)
  const ruleId = ref<string | null>(null)
  const changes = shallowRef<readonly Change[]>([])
  const changesTotal = ref(0)
  /** What became of the last import. */
  const imported = shallowRef<Exclude<Imported, { outcome: 'cancelled' }> | null>(null)

  const packs = computed(() => overview.value?.packs ?? [])
  const chosen = computed(() =>
    packs.value.find(({ packId }) => packId !== null && packId === chosenId.value),
  )

  async function refresh(): Promise<void> {
    overview.value = await desk.readRulePacks()
    if (chosenId.value === null) {
      const waiting = packs.value.find(({ state, packId }) => state === 'proposed' && packId !== null)
      await choose(waiting?.packId ?? null)
    } else {
      await readChosen()
    }
  }

  async function choose(packId: string | null): Promise<void> {
    if (packId !== chosenId.value) {
      chosenId.value = packId
      ruleId.value = null
      diff.value = null
      changes.value = []
      changesTotal.value = 0
    }
    await readChosen()
  }

  async function readChosen(): Promise<void> {
    const pack = chosen.value
    const packId = pack?.packId ?? null
    if (pack === undefined || packId === null) {
      return
    }
    const compared = await desk.diffRulePack(packId)
    const found = pack.dryRun === null ? null : await readPage(packId, 0)
    // Another pack may have been chosen while the answers were on their way.
    if (chosenId.value === packId) {
      diff.value = compared
      changes.value = found?.changes ?? []
      changesTotal.value = found?.total ?? 0
    }
  }

  function readPage(packId: string, offset: number): Promise<ReplyOf<'rules.dryRunChanges'>> {
    const rule = ruleId.value === null ? {} : { ruleId: ruleId.value }
    return desk.readDryRunChanges({ packId, ...rule, offset, limit: PAGE })
  }

  async function filterByRule(rule: string | null): Promise<void> {
    ruleId.value = rule
    await readChosen()
  }

  async function showMore(): Promise<void> {
    const packId = chosenId.value
    if (packId !== null) {
      const page = await readPage(packId, changes.value.length)
      changes.value = [...changes.value, ...page.changes]
      changesTotal.value = page.total
    }
  }

  async function importPack(): Promise<void> {
    imported.value = null
    const reply = await desk.importRulePack()
    if (reply.outcome === 'cancelled') {
      return
    }
    imported.value = reply
    await refresh()
    if (reply.outcome === 'proposed') {
      await choose(reply.packId)
    }
  }

  const dryRun = (packId: string) => thenRefresh(desk.dryRunRulePack(packId))
  const activate = (packId: string) => thenRefresh(desk.activateRulePack(packId))
  const withdraw = (packId: string) => thenRefresh(desk.withdrawRulePack(packId))

  async function thenRefresh(done: Promise<PackOverview>): Promise<void> {
    await done
    imported.value = null
    await refresh()
  }

  return {
    overview,
    packs,
    chosen,
    diff,
    ruleId,
    changes,
    changesTotal,
    imported,
    refresh,
    choose,
    filterByRule,
    showMore,
    importPack,
    dryRun,
    activate,
    withdraw,
  }
})
