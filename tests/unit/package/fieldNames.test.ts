import { describe, expect, it } from 'vitest'
import { fieldName } from '../../../electron/workflows/packages/dossier/fieldNames'
import { FILING_TYPES } from '../../../shared/domain/filingTypes'
import { makeBundle } from '../../specimens/index'

/** Every part of a value that can be named, the value itself left out. */
function pathsWithin(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return [path]
  }
  return [path, ...Object.entries(value).flatMap(([key, own]) => pathsWithin(own, `${path}.${key}`))]
}

describe('fieldName', () => {
  it.each([
    ['entity.name', '主体名称'],
    ['application.entity.principal.mobile', '主体负责人手机号码'],
    ['services[1].name', '服务 2 服务名称'],
    ['services.0.domains.2.expiresAt', '服务 1 域名到期日期'],
    ['services.0.languages.1', '服务 1 语言'],
    ['services.0.access.ipAddresses', '服务 1 IP 地址'],
    ['something.else', 'something.else'],
  ])('calls %s %s', (path, name) => {
    expect(fieldName(path)).toBe(name)
  })

  it.each(FILING_TYPES)('has a name for every part of a %s that can change', async (filingType) => {
    for (const nature of ['enterprise', 'individual'] as const) {
      const { bundle } = await makeBundle({ seed: 21, filingType, nature, pictures: 'none' })
      const { application } = bundle
      const parts = [
        ...pathsWithin(application.entity, 'entity'),
        ...('services' in application ? pathsWithin(application.services, 'services') : []),
      ]
      // An id of the provider's system, which no applicant can change.
      const unnamed = parts.filter((path) => fieldName(path) === path && !/^services\.\d+\.id$/.test(path))
      expect(unnamed).toEqual([])
    }
  })
})
