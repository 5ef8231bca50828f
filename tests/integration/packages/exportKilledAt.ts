import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize } from 'node:v8'
import {
  asPort,
  exportDesk,
  exportServer,
  openExportProfile,
  startJob,
  type CaseOnServer,
} from './exportDesk'
import { success } from '../../../shared/result'
import type { RegisterExportRequest } from '../../../shared/protocol/exports'

/**
 * `exportKilledAt.ts FOLDER STEP`: goes on with the batch of that folder and kills itself at a step, as a loss of power
 * would, somewhere between two effects. Step 0: is left in peace.
 */
const [root = '', killAt = '0'] = process.argv.slice(2)
const REGISTER = path.join(root, 'register.jsonl')

let steps = 0
function step(): void {
  steps += 1
  if (steps === Number(killAt)) {
    process.kill(process.pid, 'SIGKILL')
  }
}

const cases = deserialize(readFileSync(path.join(root, 'cases'))) as readonly CaseOnServer[]
const known = existsSync(REGISTER)
  ? readFileSync(REGISTER, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RegisterExportRequest)
  : []
const { server, registered } = exportServer(cases, known)
const data = await openExportProfile(root)
if (data.exportJobs().length === 0) {
  startJob(data, path.join(root, 'out'), cases)
}
const port = asPort(data)
const { runner } = exportDesk({
  cases,
  // What a dossier looks like is not what is tried here, and starting what draws it takes longer than the batch.
  media: {
    dossier: ({ input }) =>
      Promise.resolve(success({ bytes: Buffer.from(`%PDF-1.7 ${JSON.stringify(input)}`) })),
  },
  data: {
    ...port,
    intendExport: async (request) => {
      step()
      await port.intendExport(request)
      step()
    },
    finishExport: async (request) => {
      step()
      await port.finishExport(request)
      step()
    },
  },
  server: {
    ...server,
    registerExport: async (token, request) => {
      step()
      const isNew = !registered.some(({ id }) => id === request.id)
      const answer = await server.registerExport(token, request)
      if (isNew) {
        appendFileSync(REGISTER, `${JSON.stringify(request)}\n`)
      }
      step()
      return answer
    },
  },
  // Asked right before each file is written.
  freeBytes: () => {
    step()
    return Promise.resolve(1e12)
  },
})
await runner.run()
data.closeProfile()
process.stdout.write(`${String(steps)}\n`)
