/** What a reason is about when nothing narrower is known. */
export const WHOLE_APPLICATION = 'application'
/** Opens the field of a reason about a document that was not uploaded; the document's kind follows. */
export const MISSING_DOCUMENT_PREFIX = 'missing:'
