import { initialMigration } from './0001Initial'

/** Steps from an empty database to the present one; the place in the list is the version, so there are no gaps. */
export const MIGRATIONS: readonly string[] = [initialMigration]
