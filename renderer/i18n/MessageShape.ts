/** The keys of another language's messages, with texts of one's own: a missing key does not compile. */
export type MessageShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : MessageShape<T[K]> }
