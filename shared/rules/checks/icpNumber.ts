import { checkIcpNumber } from '../../domain/identifiers/icpNumber'
import { provinceByCode } from '../../domain/provinces'
import type { MachineVerdict } from '../checklist'
import { servicesOf, type ServiceAt } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, worstOf } from './verdicts'
import { gather } from '../gather'

const ENTITY_PATH = 'application.existing.entityIcpNumber'

/** The entity's filing number has its form and is of the division; numbers of services are built on it. */
export const icpNumber = defineCheck('icp-number', {}, (context) => {
  if (!('existing' in context.application)) {
    return notApplicable({ evidence: [] })
  }
  const typed = context.application.existing.entityIcpNumber
  const entity = checkIcpNumber(typed)
  const evidence = [field(ENTITY_PATH)]
  const expected = `${provinceByCode(context.province)?.icpCharacter ?? ''}ICP备…号`
  if (!entity.ok) {
    return fail({ evidence, measured: `${typed} (${entity.problem})`, expected })
  }
  const fits = entity.form === 'entity' && entity.province.code === context.province
  return worstOf([
    (fits ? pass : fail)({ evidence, measured: typed, expected }),
    ...gather(servicesOf(context), (service) => judgeService(service, entity.entityNumber)),
  ])
})

function judgeService({ service, path }: ServiceAt, entityNumber: string): readonly MachineVerdict[] {
  if (service.icpNumber === undefined || service.icpNumber === '') {
    return []
  }
  const number = checkIcpNumber(service.icpNumber)
  const forms = service.kind === 'website' ? ['website'] : ['app', 'mini-program', 'quick-app', 'website']
  const fits = number.ok && number.entityNumber === entityNumber && forms.includes(number.form)
  const ground = {
    evidence: [field(`${path}.icpNumber`)],
    measured: service.icpNumber,
    expected: `${entityNumber}-…`,
  }
  return [(fits ? pass : fail)(ground)]
}
