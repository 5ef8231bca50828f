import { onBeforeUnmount } from 'vue'
import type { Router } from 'vue-router'
import { useLock } from './useLock'
import { onDeskEvent } from '../api/deskApi'
import { DeskApiError } from '../api/DeskApiError'
import { useCaseReviewStore } from '../stores/caseReview'
import { useAfterSubmissionStore } from '../stores/afterSubmission'
import { useCertificatesStore } from '../stores/certificates'
import { useExportJobsStore } from '../stores/exportJobs'
import { useCallsStore } from '../stores/calls'
import { useDayStore } from '../stores/day'
import { usePackagesStore } from '../stores/packages'
import { useRulePacksStore } from '../stores/rulePacks'
import { useQueueStore } from '../stores/queue'
import { useSessionStore } from '../stores/session'
import { useSyncStore } from '../stores/sync'

/** Countdowns are in working minutes, so rows are read again once a minute. */
const MINUTE_MS = 60_000
/** Events come in bursts while the feed is read; the table follows at a pace the eye can take. */
const BURST_MS = 250

/** Keeps the stores in step with the shell: each event makes its store read again. */
export function useDeskEvents(router: Router): void {
  const session = useSessionStore()
  const queue = useQueueStore()
  const review = useCaseReviewStore()
  const sync = useSyncStore()
  const packages = usePackagesStore()
  const exportJobs = useExportJobsStore()
  const rules = useRulePacksStore()
  const after = useAfterSubmissionStore()
  const certificates = useCertificatesStore()
  const calls = useCallsStore()
  const day = useDayStore()
  const lock = useLock()

  const refreshQueue = paced(async () => {
    if (queue.isLoaded) {
      await queue.refresh()
    }
    if (after.isLoaded) {
      await after.refresh()
    }
    if (calls.isLoaded && router.currentRoute.value.name === 'calls') {
      await calls.reload()
    }
  })
  const refreshSync = paced(sync.refresh)

  const stops = [
    onDeskEvent('session-changed', () => void follow(readSession())),
    onDeskEvent('lock-due', () => void lock.run()),
    onDeskEvent('queue-changed', refreshQueue.soon),
    onDeskEvent('sync-changed', refreshSync.soon),
    onDeskEvent('case-changed', ({ caseId }) => {
      if (review.view?.case.id === caseId) {
        void follow(review.reload())
      }
      if (certificates.of(caseId) !== undefined) {
        void follow(certificates.refresh())
      }
    }),
    onDeskEvent('packages-changed', () => {
      void follow(packages.refresh())
      if (session.may('export')) {
        void follow(exportJobs.refresh())
      }
    }),
    onDeskEvent('day-changed', () => void follow(readDay())),
    onDeskEvent('rules-changed', () => void follow(readRules())),
  ]
  const timer = window.setInterval(() => {
    if (session.user !== null) {
      void follow(sync.refreshWorkingTime())
      refreshQueue.soon()
      // A shift is over with its day, and quiet mode by itself.
      void follow(readDay())
      if (review.view !== null) {
        void follow(review.refreshCountdown())
      }
    }
  }, MINUTE_MS)

  /** A pack that arrived may open a case that waited for it, or be offered for the one on screen. */
  async function readRules(): Promise<void> {
    if (rules.overview !== null && session.may('propose-packs')) {
      await rules.refresh()
    }
    if (review.view !== null) {
      await review.reload()
    }
  }

  async function readDay(): Promise<void> {
    if (session.may('draw')) {
      await day.refresh()
    }
  }

  async function readSession(): Promise<void> {
    await session.read()
    if (session.user === null) {
      review.close()
      if (session.session?.state !== 'locked') {
        await router.push({ name: 'sign-in' })
      }
    }
  }

  onBeforeUnmount(() => {
    stops.forEach((stop) => {
      stop()
    })
    refreshQueue.stop()
    refreshSync.stop()
    window.clearInterval(timer)
  })
}

/** A reading in the background: what is refused is tried again with the next event, and shown where it is asked for. */
async function follow(reading: Promise<void>): Promise<void> {
  try {
    await reading
  } catch (error) {
    if (!(error instanceof DeskApiError)) {
      reportError(error)
    }
  }
}

function paced(work: () => Promise<void>) {
  let timer: number | undefined
  return {
    soon: () => {
      timer ??= window.setTimeout(() => {
        timer = undefined
        void follow(work())
      }, BURST_MS)
    },
    stop: () => {
      window.clearTimeout(timer)
    },
  }
}
