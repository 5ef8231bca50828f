import { describe, expect, it } from 'vitest'
import { createDeskCalendar } from '../../../shared/calendar/deskCalendar'
import { workingMinutesBetween } from '../../../shared/calendar/workingTime'
import type { FilingBundle } from '../../../shared/domain/filing'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { DEFECT_NAMES, makeBundle, makeSupplement, type MadeBundle } from '../../specimens/index'
import { planQueue } from '../../specimens/queue/queuePlan'

// A Sunday morning: the two working days before it are Thursday and Friday.
const NOW = Date.parse('2026-11-22T07:30:00+08:00')
const plan = planQueue('1', NOW)
const queue = plan.filter(({ folder }) => folder === 'queue')
const later = plan.filter(({ folder }) => folder === 'later')

function makeQueue(): Promise<readonly MadeBundle[]> {
  return Promise.all(queue.map(({ options }) => makeBundle({ ...options, pictures: 'tiny' })))
}

function mobilesOf({ application }: FilingBundle): readonly string[] {
  const services = 'services' in application ? application.services : []
  return [
    ...new Set([application.entity.principal.mobile, ...services.map(({ principal }) => principal.mobile)]),
  ]
}

/** Values that stand in more than one bundle. */
function repeated(lists: readonly (readonly string[])[]): readonly string[] {
  const seen = lists.flat()
  return [...new Set(seen.filter((value, index) => seen.indexOf(value) !== index))]
}

describe('planQueue', () => {
  it('covers the filing types, provinces and kinds of applicants', async () => {
    const bundles = (await makeQueue()).map(({ bundle }) => bundle)
    expect(bundles.length).toBeGreaterThanOrEqual(48)
    for (const type of FILING_TYPES) {
      expect(
        bundles.filter(({ application }) => application.filingType === type).length,
        type,
      ).toBeGreaterThanOrEqual(3)
    }
    expect(new Set(bundles.map(({ province }) => province)).size).toBeGreaterThanOrEqual(14)
    expect(new Set(bundles.map(({ application }) => application.entity.kind))).toEqual(
      new Set(['individual', 'organization']),
    )
    const kinds = bundles
      .flatMap(({ application }) => ('services' in application ? application.services : []))
      .map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['website', 'app']))
  })

  it('leaves about three filings in five clean and deals every fault', async () => {
    const labels = (await makeQueue()).map((made) => made.labels)
    const share = labels.filter(({ clean }) => clean).length / labels.length
    expect(share).toBeGreaterThan(0.55)
    expect(share).toBeLessThan(0.65)
    expect(new Set(labels.flatMap(({ defects }) => defects.map(({ defect }) => defect)))).toEqual(
      new Set(DEFECT_NAMES),
    )
    expect(Math.max(...labels.map(({ defects }) => defects.length))).toBeLessThanOrEqual(3)
  })

  it('repeats phones and service numbers only where a label says so', async () => {
    const made = await makeQueue()
    const labelled = (defect: string): number =>
      made.filter(({ labels }) => labels.defects.some((label) => label.defect === defect)).length
    expect(repeated(made.map(({ bundle }) => mobilesOf(bundle)))).toHaveLength(
      Math.min(1, labelled('phone-used-elsewhere')),
    )
    const numbers = made.map(({ bundle }) =>
      'services' in bundle.application
        ? bundle.application.services.flatMap(({ access }) => access?.serviceNumber ?? [])
        : [],
    )
    expect(repeated(numbers)).toHaveLength(Math.min(1, labelled('service-number-used')))
    expect(repeated(made.map(({ bundle }) => [bundle.orderNumber]))).toEqual([])
    expect(repeated(made.map(({ bundle }) => [bundle.accountId]))).toEqual([])
  })

  it('submits in working time of the last two working days, some late and some not', () => {
    const calendar = createDeskCalendar()
    const ages = queue.map(({ options }) => {
      const at = Date.parse(options.submittedAt ?? '')
      expect(calendar.day((options.submittedAt ?? '').slice(0, 10)).kind).toMatch(/workday|make-up-day/)
      return workingMinutesBetween(calendar, at, NOW).minutes
    })
    expect(Math.max(...ages)).toBeLessThanOrEqual(900)
    expect(ages.filter((age) => age > 450).length).toBeGreaterThan(8)
    expect(ages.filter((age) => age < 450).length).toBeGreaterThan(20)
  })

  it('holds back second rounds and photos of orders in the queue', async () => {
    const orders = new Map(queue.map(({ options }) => [options.orderNumber, options]))
    for (const { kind, options } of later) {
      const first = orders.get(options.orderNumber)
      expect(first).toBeDefined()
      const made =
        kind === 'filing'
          ? await makeBundle({ ...options, pictures: 'tiny' })
          : await makeSupplement({ ...options, pictures: 'tiny' })
      expect(made.bundle.orderNumber).toBe(first?.orderNumber)
      expect(first?.defects?.length ?? 0).toBeGreaterThanOrEqual(kind === 'filing' ? 1 : 0)
    }
    expect(later.filter(({ kind }) => kind === 'filing').map(({ options }) => options.round)).toEqual([2, 2])
    expect(
      later.filter(({ kind }) => kind === 'supplement').map(({ options }) => options.defects?.length),
    ).toEqual([0, 1, 0])
  })

  it('is decided by seed and time', () => {
    expect(planQueue('1', NOW)).toEqual(plan)
    expect(planQueue('2', NOW)).not.toEqual(plan)
  })
})
