import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { ReplyOf } from '../../shared/ipc/contract'
import type { ControlTerms } from '../../shared/protocol/controls'

type Problems = Extract<ReplyOf<'controls.stock'>, { outcome: 'refused' }>['problems']

/** Hidden control cases as the server tells them. */
export const useControlStore = defineStore('controls', () => {
  const shown = shallowRef<ReplyOf<'controls.read'> | null>(null)
  /** Why the last bundle was not taken into stock. */
  const problems = shallowRef<Problems>([])

  async function load(): Promise<void> {
    shown.value = await desk.readControls()
  }

  async function plan(terms: ControlTerms): Promise<void> {
    shown.value = await desk.planControls(terms)
  }

  async function stock(rules: readonly string[]): Promise<void> {
    problems.value = []
    const reply = await desk.stockControl([...rules])
    if (reply.outcome === 'refused') {
      problems.value = reply.problems
    } else if (reply.outcome === 'stocked') {
      await load()
    }
  }

  async function end(controlId: string): Promise<void> {
    shown.value = await desk.endControl(controlId)
  }

  return { shown, problems, load, plan, stock, end }
})
