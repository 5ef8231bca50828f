/**
 * Stands for every test of the area that is being broken: `vitest.mutation.config.ts` writes their imports in here. Most
 * of a run's time is loading, and one file loads what the tests share once.
 */
export {}
