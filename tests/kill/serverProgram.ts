import { createKillPoints, watchFiles, watchHandles } from './killAt'
import { watchQueries } from './watchQueries'

/** The review server, ended at its so-manieth write step. Its settings come as ever, KILL_AT and KILL_SPIN beside them. */
const points = createKillPoints(Number(process.env['KILL_AT'] ?? 0), Number(process.env['KILL_SPIN'] ?? 0))
watchFiles(points)
await watchHandles(points)
watchQueries(points)
process.once('exit', () => {
  process.stderr.write(`steps ${String(points.passed())}\n`)
})
await import('../../server/main')
