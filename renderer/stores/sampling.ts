import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as desk from '../api/deskApi'
import type { ReplyOf } from '../../shared/ipc/contract'
import type { SamplingReply } from '../../shared/protocol/sampling'
import type { SamplingTerms } from '../../shared/review/sampling/samplingPlan'

/** Second looks by sample as the server tells them. */
export const useSamplingStore = defineStore('sampling', () => {
  const plans = shallowRef<SamplingReply['plans']>([])
  const shown = shallowRef<SamplingReply['shown']>(null)
  /** What drawing the shown plan anew came to; null while nobody asked. */
  const redrawn = shallowRef<ReplyOf<'sampling.redraw'> | null>(null)

  function take(reply: SamplingReply): void {
    plans.value = reply.plans
    shown.value = reply.shown
    redrawn.value = null
  }

  async function show(planId?: string): Promise<void> {
    take(await desk.readSampling(planId === undefined ? {} : { planId }))
  }

  async function start(terms: SamplingTerms | null): Promise<void> {
    take(await desk.startSampling(terms))
  }

  async function redraw(planId: string): Promise<void> {
    const reply = await desk.redrawSampling(planId)
    redrawn.value = shown.value?.plan.id === planId ? reply : null
  }

  return { plans, shown, redrawn, show, start, redraw }
})
