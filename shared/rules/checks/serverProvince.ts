import { provinceByCode } from '../../domain/provinces'
import { servicesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, unsure, worstOf } from './verdicts'

/** The instance stands in one of the 31 divisions of the mainland. */
export const serverProvince = defineCheck('server-province', {}, (context) =>
  worstOf(
    servicesOf(context).map(({ service: { access }, path }) => {
      if (access === undefined) {
        return unsure({ evidence: [field(`${path}.access`)] })
      }
      const evidence = [field(`${path}.access.serverProvince`)]
      const province = provinceByCode(access.serverProvince)
      return province === undefined
        ? fail({ evidence, measured: access.serverProvince })
        : pass({ evidence, measured: province.nameZh })
    }),
  ),
)
