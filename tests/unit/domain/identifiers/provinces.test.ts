import { describe, expect, it } from 'vitest'
import { provinceCodeSchema } from '../../../../shared/domain/filing'
import {
  PROVINCES,
  provinceByCode,
  provinceByIcpCharacter,
  provinceOfRegion,
} from '../../../../shared/domain/provinces'

describe('PROVINCES', () => {
  it('holds 31 divisions, each code, name, plate and ICP character once', () => {
    expect(PROVINCES).toHaveLength(31)
    for (const key of ['code', 'nameZh', 'nameEn', 'plate', 'icpCharacter'] as const) {
      expect(new Set(PROVINCES.map((province) => province[key])).size).toBe(31)
    }
  })

  it('agrees with the province codes that a filing can carry', () => {
    expect(PROVINCES.every(({ code }) => provinceCodeSchema.safeParse(code).success)).toBe(true)
  })

  it('finds a division by code, by a county in it and by its character', () => {
    expect(provinceByCode('440000')).toMatchObject({ nameEn: 'Guangdong', plate: '粤' })
    expect(provinceByCode('440300')).toBeUndefined()
    expect(provinceOfRegion('440305')).toMatchObject({ nameZh: '广东省' })
    expect(provinceOfRegion('810000')).toBeUndefined()
    expect(provinceByIcpCharacter('粤')).toMatchObject({ usual: true, province: { code: '440000' } })
    expect(provinceByIcpCharacter('港')).toBeUndefined()
  })
})
