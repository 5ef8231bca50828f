import { z } from 'zod'
import { servicesOf } from './caseFacts'
import { definePreparedCheck } from './defineCheck'
import { isInNetwork, networkOf, octetsOf } from './ipNetworks'
import { fail, field, pass, worstOf } from './verdicts'
import { gather } from '../gather'

/** Every address of the access data can be reached from outside: it lies in none of the networks kept for other use. */
export const publicIp = definePreparedCheck(
  'public-ip',
  { notPublic: z.array(z.string().regex(/^[0-9a-f.:]+\/\d{1,3}$/)).min(1) },
  ({ notPublic }) => {
    const networks = notPublic.map(networkOf)
    return (context) =>
      worstOf(
        gather(servicesOf(context), ({ service, path }) =>
          (service.access?.ipAddresses ?? []).map((address, index) => {
            const octets = octetsOf(address)
            const network = octets && networks.find((candidate) => isInNetwork(octets, candidate))
            const isPublic = octets !== undefined && network === undefined
            return (isPublic ? pass : fail)({
              evidence: [field(`${path}.access.ipAddresses.${String(index)}`)],
              measured: network === undefined ? address : `${address} ∈ ${network.written}`,
            })
          }),
        ),
      )
  },
)
