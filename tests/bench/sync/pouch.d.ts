/* eslint-disable no-restricted-syntax -- these packages export defaults, and declaring is not naming */
/** As much of PouchDB and of its server as the bench uses; their own packages bring no types. */
declare module 'pouchdb-core' {
  interface Replicated {
    readonly docs_written: number
  }
  interface PouchStatic {
    new (
      name: string,
      options?: Readonly<Record<string, unknown>>,
    ): {
      bulkDocs(documents: readonly object[]): Promise<unknown>
      close(): Promise<void>
      replicate: { from(url: string, options: { readonly batch_size: number }): Promise<Replicated> }
    }
    plugin(plugin: unknown): PouchStatic
    defaults(options: Readonly<Record<string, unknown>>): PouchStatic
  }
  const PouchDB: PouchStatic
  export default PouchDB
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown
  export default plugin
}
declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown
  export default plugin
}
declare module 'pouchdb-adapter-http' {
  const plugin: unknown
  export default plugin
}
declare module 'pouchdb-replication' {
  const plugin: unknown
  export default plugin
}
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http'
  export default function servePouch(
    database: unknown,
    options: Readonly<Record<string, unknown>>,
  ): RequestListener
}
declare module 'express' {
  import type { RequestListener } from 'node:http'
  export default function express(): RequestListener & { use(handler: RequestListener): void }
}
