import { z } from 'zod'
import { instantSchema, provinceCodeSchema } from '../domain/filing'
import { FILING_TYPES } from '../domain/filingTypes'
import { idSchema } from '../domain/identity'
import { rejectionReasonSchema } from '../domain/notice'
import { localizedSchema } from '../rules/localized'
import { packVersionSchema } from '../rules/rule'
import { ROLES } from '../review/roles'

/** What the team's work comes to, for supervisors. See docs/supervision.md. */

export const WORK_PERIODS = ['7-days', '30-days', '90-days'] as const
export type WorkPeriod = (typeof WORK_PERIODS)[number]

/** China days of a period, today among them. */
export const WORK_PERIOD_DAYS: Readonly<Record<WorkPeriod, number>> = {
  '7-days': 7,
  '30-days': 30,
  '90-days': 90,
}

/** Cases this many China days old and older are counted together. */
export const OLDEST_AGE = 5

export const figuresRequestSchema = z.strictObject({ period: z.enum(WORK_PERIODS) })
export type FiguresRequest = z.output<typeof figuresRequestSchema>

const countSchema = z.number().int().nonnegative()

/** Cases of one division and age that wait for the desk: past their deadline, due today, due later. */
const backlogFigureSchema = z.strictObject({
  province: provinceCodeSchema,
  /** China days since they were submitted. */
  age: countSchema.max(OLDEST_AGE),
  overdue: countSchema,
  today: countSchema,
  later: countSchema,
})
export type BacklogFigure = z.output<typeof backlogFigureSchema>

const dayFigureSchema = z.strictObject({
  day: z.iso.date(),
  passed: countSchema,
  returned: countSchema,
  /** Decisions whose deadline is known, and those of them made before it. */
  timed: countSchema,
  inTime: countSchema,
})
export type DayFigure = z.output<typeof dayFigureSchema>

const loadFigureSchema = z.strictObject({
  id: idSchema,
  displayName: z.string(),
  role: z.enum(ROLES),
  held: countSchema,
  reserved: countSchema,
  decidedToday: countSchema,
  decidedIn7Days: countSchema,
})
export type LoadFigure = z.output<typeof loadFigureSchema>

const ruleFigureSchema = z.strictObject({
  ruleId: z.string(),
  /** Passes and returns in which the rule was answered ok or not ok; returns in which it was not ok. */
  decided: countSchema,
  returned: countSchema,
  /** Passes in which it was ok and that the administration has answered; rejected by it for this rule. */
  answered: countSchema,
  escaped: countSchema,
})
export type RuleFigure = z.output<typeof ruleFigureSchema>

/** Reasons of one answer. */
export const MOST_UNCOVERED = 200

/** A reason of the administration that no rule, or more than one, can be meant by. */
const uncoveredReasonSchema = z.strictObject({
  orderNumber: z.string(),
  province: provinceCodeSchema,
  filingType: z.enum(FILING_TYPES),
  /** Of the pass that the rejection contradicts. */
  rulePack: z.string(),
  at: instantSchema,
  reason: rejectionReasonSchema,
})
export type UncoveredReason = z.output<typeof uncoveredReasonSchema>

export const figuresReplySchema = z.strictObject({
  /** First and last China date of the period. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** The latest pack: what a draft of the next one follows. */
  latestPack: packVersionSchema,
  backlog: z.array(backlogFigureSchema),
  days: z.array(dayFigureSchema),
  load: z.array(loadFigureSchema),
  /** Title: of the latest pack that has the rule. */
  rules: z.array(ruleFigureSchema.extend({ title: localizedSchema.nullable() })),
  /** The latest first. Cases that were erased have none. */
  uncovered: z.array(uncoveredReasonSchema).max(MOST_UNCOVERED),
})
export type FiguresReply = z.output<typeof figuresReplySchema>
