/** GSM 03.38 default alphabet (ETSI TS 123 038, 6.2.1): one septet each. */
const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Its extension table (6.2.1.1): an escape and a septet. */
const GSM_EXTENDED = new Set('\f^{}\\[~]|€')

/** Units of one message alone, and of each part of several, whose header takes six octets (ETSI TS 123 040, 9.2.3.24.1). */
const CAPACITY = {
  'gsm-7': { alone: 160, part: 153 },
  'ucs-2': { alone: 70, part: 67 },
} as const

export interface SmsSize {
  readonly encoding: keyof typeof CAPACITY
  /** Septets, or 16-bit units. */
  readonly units: number
  /** Messages that are paid for. */
  readonly segments: number
}

/**
 * How long a text is as an SMS. One character outside the GSM alphabet makes the whole text UCS-2. A character of two
 * units is never cut by the end of a part, so a part may stay one unit short.
 */
export function smsSize(text: string): SmsSize {
  const characters = Array.from(text)
  const encoding = characters.every((one) => GSM_BASIC.has(one) || GSM_EXTENDED.has(one)) ? 'gsm-7' : 'ucs-2'
  const widths = characters.map((one) =>
    encoding === 'ucs-2' ? one.length : 1 + Number(GSM_EXTENDED.has(one)),
  )
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { alone, part } = CAPACITY[encoding]
  return { encoding, units, segments: units <= alone ? Math.min(units, 1) : partsOf(widths, part) }
}

function partsOf(widths: readonly number[], capacity: number): number {
  let parts = 1
  let used = 0
  for (const width of widths) {
    if (used + width > capacity) {
      parts += 1
      used = 0
    }
    used += width
  }
  return parts
}
