import fc from 'fast-check'

/** For runs over broken code: the same few examples each time, and no search for the smallest one that fails. */
fc.configureGlobal({ seed: 20261122, numRuns: 30, endOnFailure: true })
