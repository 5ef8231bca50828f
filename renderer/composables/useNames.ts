import { useI18n } from 'vue-i18n'
import { codeName, faceName } from '../i18n/codeNames'
import { factText } from '../i18n/factText'
import { shortProvinceName } from '../i18n/shortProvinceName'
import { provinceByCode } from '../../shared/domain/provinces'
import type { CaseDocument } from '../../shared/protocol/case'
import type { ChecklistLine } from '../../shared/rules/checklist'

type Localized = ChecklistLine['title']

/** Names of codes in the language of the interface. */
export function useNames() {
  const { locale } = useI18n()

  function provinceName(code: string): string {
    const province = provinceByCode(code)
    if (province === undefined) {
      return code
    }
    return locale.value === 'zh' ? shortProvinceName(province.nameZh) : province.nameEn
  }

  function documentKindName(kind: string): string {
    return codeName('kinds', kind, locale.value)
  }

  /** Name of a document with its face where the kind has several: 居民身份证 人像面. */
  function documentName(document: Pick<CaseDocument, 'kind' | 'face'>): string {
    const face = faceName(document.kind, document.face, locale.value)
    return face === '' ? documentKindName(document.kind) : `${documentKindName(document.kind)} ${face}`
  }

  /** The face alone where it tells documents apart: 人像面. For places too narrow for the whole name. */
  function documentShortName(document: Pick<CaseDocument, 'kind' | 'face'>): string {
    return faceName(document.kind, document.face, locale.value) || documentKindName(document.kind)
  }

  function natureName(nature: string): string {
    return codeName('natures', nature, locale.value)
  }

  function certificateTypeName(type: string): string {
    return codeName('certificateTypes', type, locale.value)
  }

  function accessModeName(mode: string): string {
    return codeName('accessModes', mode, locale.value)
  }

  /** A text of the rule pack in the language of the interface. */
  function localized(text: Localized): string {
    return locale.value === 'zh' ? text.zh : text.en
  }

  /** What a check measured or expected, in words. */
  function factWords(text: string): string {
    return factText(text, locale.value)
  }

  return {
    provinceName,
    documentKindName,
    documentName,
    documentShortName,
    natureName,
    certificateTypeName,
    accessModeName,
    localized,
    factWords,
  }
}
