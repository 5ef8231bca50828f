import { onMounted, ref, shallowRef, watch } from 'vue'
import { useAsyncAction } from './useAsyncAction'
import { readSignInWays } from '../api/deskApi'
import { useSessionStore } from '../stores/session'
import type { ReplyOf } from '../../shared/ipc/contract'

/**
 * What a person types to come in. The desk asks for more only when it is needed: for a new password in place of a one-time
 * one, for the former password when this machine still goes by it.
 */
export function useSignInForm() {
  const session = useSessionStore()
  const username = ref('')
  const password = ref('')
  const newPassword = ref('')
  const isNewGood = ref(false)
  const formerPassword = ref('')
  const asked = ref<'new' | 'former' | null>(null)
  const ways = shallowRef<ReplyOf<'session.ways'> | null>(null)

  const signIn = useAsyncAction(() =>
    session.signIn({
      username: username.value,
      password: password.value,
      ...(asked.value === 'new' ? { newPassword: newPassword.value } : {}),
      ...(asked.value === 'former' ? { formerPassword: formerPassword.value } : {}),
    }),
  )

  async function submit(): Promise<void> {
    await signIn.run()
    const code = signIn.failure.value?.code
    if (code === 'former-password') {
      // The server has taken the new one already; the one-time password is used up.
      password.value = asked.value === 'new' ? newPassword.value : password.value
      asked.value = 'former'
    } else if (code === 'one-time-password') {
      asked.value = 'new'
      signIn.dismiss()
    }
    if (session.session?.state !== 'signed-out') {
      clear()
    }
  }

  function clear(): void {
    password.value = ''
    newPassword.value = ''
    formerPassword.value = ''
  }

  // What was asked was about the other person.
  watch(username, () => {
    asked.value = null
  })
  onMounted(async () => {
    // Without an answer nothing is offered, and the password opens what is here.
    ways.value = await readSignInWays().catch(() => ({ answered: false, company: false }))
  })

  return { username, password, newPassword, isNewGood, formerPassword, asked, ways, signIn, submit }
}
