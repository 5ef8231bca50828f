import type { Service } from '../../../../../shared/domain/filing'
import { services } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

type Os = NonNullable<Service['app']>['platforms'][number]['os']

export const appFeatures: Recipe<'app-features'> = ({ digestLengths }, draft) => {
  const digestOf = (os: Os, publicKeyMd5: string) =>
    services(draft, { app: { platforms: [{ os, packageName: 'com.example.xinghe', publicKeyMd5 }] } })
  const platforms = (['android', 'ios', 'harmony', 'mini-program'] as const).flatMap((os) => {
    const length = digestLengths[os]
    return length === undefined ? [] : [{ os, length }]
  })
  return {
    breaks: [
      fails('an App that names no platform', services(draft, { app: undefined })),
      ...platforms.map(({ os }) => fails(`${os} without a digest`, digestOf(os, ''))),
    ],
    keeps: platforms.map(({ os, length }) => passes(`${os} in full`, digestOf(os, 'a'.repeat(length)))),
    boundary: platforms.flatMap(({ os, length }) => [
      fails(`${os}, a digit short`, digestOf(os, 'a'.repeat(length - 1))),
      fails(`${os}, a digit too many`, digestOf(os, 'a'.repeat(length + 1))),
      fails(`${os}, a letter that is no digit`, digestOf(os, `${'a'.repeat(length - 1)}g`)),
      passes(
        `${os}, in pairs with colons`,
        digestOf(os, 'AB'.repeat(length / 2).replace(/(..)(?=.)/g, '$1:')),
      ),
    ]),
  }
}
