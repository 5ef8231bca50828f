import { access } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

/** First and last address of a network of IPv4, as numbers. */
function endsOf(network: string): readonly [first: number, last: number] {
  const [base = '', length = ''] = network.split('/')
  const first = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return [first, first + 2 ** (32 - Number(length)) - 1]
}

function written(address: number): string {
  return [24, 16, 8, 0].map((bits) => String(Math.floor(address / 2 ** bits) % 256)).join('.')
}

export const publicIp: Recipe<'public-ip'> = ({ notPublic }, draft) => {
  const at = (...ipAddresses: string[]) => access(draft, { ipAddresses })
  const networks = notPublic.filter((network) => network.includes('.') && !network.includes(':')).map(endsOf)
  const isKept = (address: number) => networks.some(([first, last]) => first <= address && address <= last)
  const neighbours = networks
    .flatMap(([first, last]) => [first - 1, last + 1])
    .filter((address) => address >= 0 && address < 2 ** 32 && !isKept(address))
  const kept6 = notPublic
    .filter((network) => network.includes(':'))
    .map((network) => network.split('/')[0] ?? '')
  return {
    breaks: [
      ...networks.map(([first]) => fails(`first address, ${written(first)}`, at(written(first)))),
      ...kept6.map((address) => fails(`first address, ${address}`, at(address))),
    ],
    keeps: [passes('a public address', at('203.0.113.7')), passes('one of IPv6', at('2001:db8::7'))],
    boundary: [
      ...networks.map(([, last]) => fails(`last address, ${written(last)}`, at(written(last)))),
      ...neighbours.map((address) => passes(`next to a network, ${written(address)}`, at(written(address)))),
      fails('one of two addresses', at('203.0.113.7', '10.0.0.1')),
      fails('no address at all', at('example.com')),
      fails('a part too large', at('203.0.113.256')),
    ],
  }
}
