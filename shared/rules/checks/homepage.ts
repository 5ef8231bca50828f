import { websitesOf } from './caseFacts'
import { defineCheck } from './defineCheck'
import { fail, field, pass, worstOf } from './verdicts'

/** The home page stands under one of the website's own domains. */
export const homepage = defineCheck('homepage', {}, (context) =>
  worstOf(
    websitesOf(context)
      .filter(({ service }) => (service.homepage ?? '') !== '')
      .map(({ service, path }) => {
        const typed = service.homepage ?? ''
        const host = typed.replace(/^[a-z]+:\/\//iu, '').replace(/[/?#:].*$/u, '')
        const page = context.readDomain(host)
        const own = service.domains.map(({ name }) => context.readDomain(name))
        const fits =
          page.ok &&
          own.some(
            (domain) => domain.ok && (page.ascii === domain.ascii || page.ascii.endsWith(`.${domain.ascii}`)),
          )
        return (fits ? pass : fail)({
          evidence: [field(`${path}.homepage`)],
          measured: typed,
          expected: service.domains.map(({ name }) => name).join(' / '),
        })
      }),
  ),
)
