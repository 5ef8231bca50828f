import { tidy } from '../../domain/identifiers/tidy'
import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** Every service brings a service identification number and no two of the filing bring the same. */
export const serviceNumber = defineCheck('service-number', {}, (context) => {
  const services = servicesOf(context)
  const numbers = services.map(({ service }) => tidy(service.access?.serviceNumber ?? ''))
  return worstOf(
    services.map(({ service: { access }, path }, index) => {
      const evidence = [field(`${path}.access.serviceNumber`)]
      if (access === undefined) {
        return unsure({ evidence })
      }
      const unique = numbers.indexOf(numbers[index] ?? '') === index
      return (unique ? pass : fail)({ evidence, measured: access.serviceNumber })
    }),
  )
})
