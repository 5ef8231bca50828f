import { gather } from '../gather'
/** An address as 4 or 16 octets. */
type Octets = readonly number[]

/** Reads `203.0.113.7` or an IPv6 address in any of its spellings; undefined for anything else. */
export function octetsOf(text: string): Octets | undefined {
  const plain = text.trim()
  return plain.includes(':') ? octetsOfV6(plain) : octetsOfV4(plain)
}

export interface Network {
  /** `10.0.0.0/8` */
  readonly written: string
  readonly octets: Octets
  /** What counts of each octet. */
  readonly masks: Octets
}

/** Reads a network written `10.0.0.0/8`; without a base that is an address there is nothing in it. */
export function networkOf(written: string): Network {
  const [base = '', length = ''] = written.split('/')
  const octets = octetsOf(base) ?? []
  const masks = octets.map((_, index) => {
    const covered = Math.min(8, Math.max(0, Number(length) - index * 8))
    return (0xff << (8 - covered)) & 0xff
  })
  return { written, octets, masks }
}

/** Whether an address lies in a network. Addresses of the other family lie outside. */
export function isInNetwork(address: Octets, { octets, masks }: Network): boolean {
  return (
    octets.length === address.length &&
    octets.every((octet, index) => ((octet ^ (address[index] ?? 0)) & (masks[index] ?? 0)) === 0)
  )
}

function octetsOfV4(text: string): Octets | undefined {
  const parts = text.split('.')
  const isAddress =
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  return isAddress ? parts.map(Number) : undefined
}

function octetsOfV6(text: string): Octets | undefined {
  const [head = '', tail, ...rest] = text.split('::')
  // An address of the older kind stands at the end and nowhere else (RFC 4291, 2.2).
  if (rest.length > 0 || (tail !== undefined && head.includes('.'))) {
    return undefined
  }
  const left = groupsOf(head)
  const right = tail === undefined ? [] : groupsOf(tail)
  if (left === undefined || right === undefined) {
    return undefined
  }
  const missing = 8 - left.length - right.length
  if (tail === undefined ? missing !== 0 : missing < 1) {
    return undefined
  }
  const groups = [...left, ...Array.from({ length: missing }, () => 0), ...right]
  return gather(groups, (group) => [group >> 8, group & 0xff])
}

function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') {
    return []
  }
  const parts = text.split(':')
  const last = octetsOfV4(parts.at(-1) ?? '')
  const words = last === undefined ? parts : parts.slice(0, -1)
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) {
    return undefined
  }
  const [a = 0, b = 0, c = 0, d = 0] = last ?? []
  const mapped = last === undefined ? [] : [a * 256 + b, c * 256 + d]
  return [...words.map((word) => Number.parseInt(word, 16)), ...mapped]
}
