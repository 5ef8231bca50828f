/** An address as 4 or 16 octets. */
type Octets = readonly number[]

/** Reads `203.0.113.7` or an IPv6 address in any of its spellings; undefined for anything else. */
export function octetsOf(text: string): Octets | undefined {
  const plain = text.trim()
  return plain.includes(':') ? octetsOfV6(plain) : octetsOfV4(plain)
}

/** Whether an address lies in a network written `10.0.0.0/8`. Addresses of the other family lie outside. */
export function isInNetwork(address: Octets, network: string): boolean {
  const [base = '', length = ''] = network.split('/')
  const octets = octetsOf(base)
  const bits = Number(length)
  if (octets?.length !== address.length) {
    return false
  }
  return octets.every((octet, index) => {
    const covered = Math.min(8, Math.max(0, bits - index * 8))
    const mask = (0xff << (8 - covered)) & 0xff
    return ((address[index] ?? 0) & mask) === (octet & mask)
  })
}

function octetsOfV4(text: string): Octets | undefined {
  const parts = text.split('.')
  const isAddress =
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  return isAddress ? parts.map(Number) : undefined
}

function octetsOfV6(text: string): Octets | undefined {
  const [head = '', tail, ...rest] = text.split('::')
  if (rest.length > 0) {
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
  return groups.flatMap((group) => [group >> 8, group & 0xff])
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
