import { defineCheck } from './defineCheck'
import { fail, notApplicable, pass } from './verdicts'

/** No picture stands in two places of the filing: a document that is there twice is missing once. */
export const distinctPictures = defineCheck('distinct-pictures', {}, ({ documents }) => {
  if (documents.length === 0) {
    return notApplicable({ evidence: [] })
  }
  const repeated = documents.filter((document) =>
    documents.some((other) => other.id !== document.id && other.sha256 === document.sha256),
  )
  const shown = repeated.length > 0 ? repeated : documents
  const evidence = shown.map(({ id }) => ({ kind: 'document' as const, documentId: id }))
  return (repeated.length > 0 ? fail : pass)({ evidence, measured: String(repeated.length) })
})
