import accessModes from '../../resources/codes/access-modes.json'
import certificateTypes from '../../resources/codes/certificate-types.json'
import documents from '../../resources/codes/documents.json'
import natures from '../../resources/codes/entity-natures.json'

interface Name {
  readonly zh: string
  readonly en: string
}

const kinds: Readonly<
  Record<string, Name & { readonly faces: ReadonlyArray<Name & { readonly face: string }> }>
> = documents.kinds

const TABLES: Readonly<
  Record<'accessModes' | 'certificateTypes' | 'natures' | 'kinds', Readonly<Record<string, Name>>>
> = {
  accessModes: accessModes.names,
  certificateTypes: certificateTypes.names,
  natures: natures.names,
  kinds,
}

/** Name of a code in the product's tables; a code without a name shows itself. */
export function codeName(table: keyof typeof TABLES, code: string, language: string): string {
  const name = TABLES[table][code]
  return name === undefined ? code : textIn(name, language)
}

/** Name of a face of a document of that kind; empty for documents of one face. */
export function faceName(kind: string, face: string, language: string): string {
  const faces = kinds[kind]?.faces ?? []
  const own = faces.find((candidate) => candidate.face === face)
  return own === undefined || faces.length < 2 ? '' : withoutRemark(textIn(own, language))
}

/** 人像面（标准称背面） -> 人像面: the remark belongs to the table, not under a thumbnail. */
function withoutRemark(text: string): string {
  return text.replace(/\s*[（(].*$/, '')
}

function textIn(name: Name, language: string): string {
  return language === 'zh' ? name.zh : name.en
}
