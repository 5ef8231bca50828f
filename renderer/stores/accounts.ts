import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { RequestOf } from '../../shared/ipc/contract'
import type { TeamAccounts } from '../../shared/protocol/accounts'

/** A password that is shown once, and whose it is. */
interface ToldPassword {
  readonly displayName: string
  readonly password: string
}

/** The team as the server answers it. Nothing of it stays when the supervisor leaves. */
export const useAccountsStore = defineStore('accounts', () => {
  const team = shallowRef<TeamAccounts | null>(null)
  const chosenId = ref<string | null>(null)
  const told = shallowRef<ToldPassword | null>(null)
  const chosen = computed(() => team.value?.accounts.find(({ id }) => id === chosenId.value) ?? null)

  async function load(): Promise<void> {
    team.value = await desk.readAccounts()
  }

  async function manage(act: RequestOf<'accounts.manage'>): Promise<void> {
    const { account, oneTimePassword } = await desk.manageAccount(act)
    if (oneTimePassword !== null) {
      told.value = { displayName: account.displayName, password: oneTimePassword }
    }
    await load()
    chosenId.value = account.id
  }

  function forget(): void {
    team.value = null
    chosenId.value = null
    told.value = null
  }

  return { team, chosenId, chosen, told, load, manage, forget }
})
