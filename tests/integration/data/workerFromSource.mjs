import { register } from 'tsx/esm/api'

// The data worker's thread as the build makes it, but from source: a loader given to the process is not in its threads.
register()
await import('../../../electron/data/worker.ts')
