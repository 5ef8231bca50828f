import { describe, expect, it } from 'vitest'
import { isWithin, normalPath } from '../../../shared/domain/fieldPaths'

describe('paths in filing.json', () => {
  it.each([
    ['application.services[0].name', 'application.services.0.name'],
    ['application.services[12].domains[3].name', 'application.services.12.domains.3.name'],
    ['application.services.0.name', 'application.services.0.name'],
    ['a[x].b[]', 'a[x].b[]'],
    ['', ''],
  ])('%s is %s', (path, normal) => {
    expect(normalPath(path)).toBe(normal)
  })

  it.each([
    ['application.entity', 'application.entity', true],
    ['application.entity.name', 'application.entity', true],
    ['application.entityName', 'application.entity', false],
    ['application.entity', 'application.entity.name', false],
    ['other.application.entity.', 'application.entity', false],
    ['name', 'application', false],
  ])('%s lies in %s: %s', (path, container, expected) => {
    expect(isWithin(path, container)).toBe(expected)
  })
})
