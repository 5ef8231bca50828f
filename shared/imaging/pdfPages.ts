/**
 * Pages of a document that are looked at. The longest papers of a filing, a charter or a contract for premises, have
 * some tens; behind the bound nothing is drawn and the check of the pages says so.
 */
export const MOST_PAGES = 100

/** Page that a place belongs to: what says nothing of pages lies on the first. */
export function pageOf({ page }: { readonly page?: number | undefined }): number {
  return page ?? 1
}
