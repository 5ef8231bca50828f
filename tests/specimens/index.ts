/** Entry point of the specimen generator for tests and demonstrations; see `docs/specimens.md`. */
export { writeBundle, zipBundle } from './bundleFiles'
export { DEFECT_NAMES, defectFits, type DefectName } from './defects/catalogue'
export { makeBundle, makeSupplement, type MadeBundle } from './makeBundle'
export { makeNotice } from './makeNotice'
export type { SpecimenOptions } from './options'
