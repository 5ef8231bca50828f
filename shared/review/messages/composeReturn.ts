import { smsSize, type SmsSize } from './smsSegments'
import type { ReturnMessage } from './returnMessage'
import type { ReturnTexts } from './returnTexts'

/** One finding as it is told. `place`: the field or document in words. */
export interface ToldReason {
  readonly place: string
  readonly problem: string
  readonly advice: string
  /** In the catalogue; its block may have a shorter form for an SMS. */
  readonly reasonId?: string | undefined
}

/** Forms of the SMS, the fullest first: places and problems, problems, only how many. */
const SMS_FORMS = ['placed', 'listed', 'counted'] as const

interface ComposedSms extends SmsSize {
  readonly text: string
  readonly form: (typeof SMS_FORMS)[number]
  readonly mostSegments: number
  /** Not even the shortest form fits where this is false. */
  readonly fits: boolean
}

interface ComposedReturn {
  readonly sms: ComposedSms
  readonly email: ReturnMessage['email']
  readonly phone: string
}

/** All findings in one message for each channel. The SMS is the fullest form that fits the stated segments, else the shortest. */
export function composeReturn(
  texts: ReturnTexts,
  orderNumber: string,
  reasons: readonly ToldReason[],
): ComposedReturn {
  const whole = { order: orderNumber, count: reasons.length }
  const listOf = (item: string, between: string): string =>
    reasons
      .map(({ place, problem, advice }, at) =>
        filled(item, { number: at + 1, place, problem: closed(problem), advice }),
      )
      .join(between)
  const { email, phone } = texts
  return {
    sms: composeSms(texts, whole, reasons),
    email: {
      subject: filled(email.subject, whole),
      body: [filled(email.opening, whole), listOf(email.item, '\n\n'), filled(email.closing, whole)].join(
        '\n\n',
      ),
    },
    phone: [filled(phone.opening, whole), listOf(phone.item, '\n'), filled(phone.closing, whole)].join('\n'),
  }
}

function composeSms(
  { sms, blocks }: ReturnTexts,
  whole: { readonly order: string; readonly count: number },
  reasons: readonly ToldReason[],
): ComposedSms {
  const shorts = reasons.map(({ place, problem, reasonId }) => ({
    place,
    short: shortOf(problem, reasonId === undefined ? undefined : blocks[reasonId]),
  }))
  const placed = shorts.map(({ place, short }) => `${place}：${short}`)
  const listed = shorts.map(({ short }) => short)
  const forms = {
    placed: filled(sms.listed, { ...whole, items: numbered(placed) }),
    listed: filled(sms.listed, { ...whole, items: numbered([...new Set(listed)]) }),
    counted: filled(sms.counted, whole),
  }
  const measured = SMS_FORMS.map((form) => ({ form, text: forms[form], ...smsSize(forms[form]) }))
  const shortest = measured.reduce((best, next) => (next.units < best.units ? next : best))
  const chosen = measured.find(({ segments }) => segments <= sms.mostSegments) ?? shortest
  return { ...chosen, mostSegments: sms.mostSegments, fits: chosen.segments <= sms.mostSegments }
}

/** The words of the block where the person left them, with or without what was measured; else what the person wrote. */
function shortOf(problem: string, block: ReturnTexts['blocks'][string] | undefined): string {
  return block !== undefined && problem.startsWith(block.problem)
    ? (block.short ?? block.problem)
    : closed(problem)
}

function numbered(items: readonly string[]): string {
  return items.length === 1 ? items.join('') : items.map((item, at) => `${at + 1}.${item}`).join('；')
}

/** A problem as it is told: sentences of the templates end by themselves. */
export function closed(problem: string): string {
  return problem.trim().replace(/[。.；;]+$/u, '')
}

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
}
