import type { DocumentFace, DocumentKind } from '../../domain/documentKinds'

/** A paper that a rule asks for, with the documents of the round that answer it. */
export interface DuePaper {
  /** One of them is enough. */
  readonly kinds: readonly DocumentKind[]
  /** Null where any face will do. */
  readonly face: DocumentFace | null
  /** Path of the person whose paper it is; null for papers of the entity or the filing. */
  readonly personPath: string | null
  /** The service that needs one of its own; null where one is enough. */
  readonly serviceId: string | null
  readonly documentIds: readonly string[]
}
