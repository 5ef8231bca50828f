import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createDataWorkerClient,
  DataOperationError,
  DataWorkerGone,
} from '../../../electron/main/dataWorkerHost'
import { makeOperations, NATIVE_BINDING, PASSWORD, temporaryFolder } from './dataDesk'
import { makeCase, makeHold, makePicture, makeRow, NOW, REVIEWER, SESSION, uuid } from './sampleData'

const WORKER = new URL('./workerFromSource.mjs', import.meta.url)
const OPTIONS = NATIVE_BINDING === undefined ? {} : { nativeBinding: NATIVE_BINDING }

function startWorker(onGone?: (error: Error) => void) {
  const data = createDataWorkerClient(WORKER, { ...OPTIONS, ...(onGone === undefined ? {} : { onGone }) })
  onTestFinished(() => data.close())
  return data
}

/** Made in this thread at a low cost, so that the worker's real one is not what the test waits for. */
async function makeProfile(): Promise<string> {
  const folder = path.join(temporaryFolder(), 'profile')
  const data = makeOperations()
  await data.openProfile({ folder, password: PASSWORD, create: true })
  data.saveSession(SESSION)
  data.closeProfile()
  return folder
}

describe('data worker', () => {
  it('runs operations by name in order, bytes included, and ends by itself when closed', async () => {
    const data = startWorker()
    const folder = await makeProfile()
    const picture = makePicture('licence', 'a picture')
    // Asked without waiting: unlocking takes a while, and what follows it happens after it.
    const answers = await Promise.all([
      data.openProfile({ folder, password: PASSWORD, create: false }),
      data.readSession(),
      data.applyFeed({ rows: [makeRow(1)], cursor: 4, userId: REVIEWER.id }),
      data.storeCase({
        filingCase: makeCase(1, { documents: [picture.document] }),
        hold: makeHold(1),
        now: NOW,
      }),
      data.storeDocument({ caseId: uuid(1), sha256: picture.document.sha256, bytes: picture.bytes }),
      data.readDocument({ caseId: uuid(1), round: 1, documentId: 'licence', variant: 'original' }),
      data.readCursor(),
    ])
    expect(answers[0]).toEqual({ ok: true, value: { created: false, waits: false } })
    expect(answers[1]).toEqual(SESSION)
    expect(answers[2]).toEqual({ changed: 1 })
    expect(answers[5]).toEqual({
      bytes: picture.bytes,
      sha256: picture.document.sha256,
      mediaType: 'image/jpeg',
    })
    expect(answers[6]).toBe(4)
    const last = data.readCursor()
    await data.close()
    expect(await last).toBe(4)
    await expect(data.readCursor()).rejects.toBeInstanceOf(DataWorkerGone)
    // The worker closed it, so it can be opened here, and cleanly.
    const here = makeOperations()
    expect((await here.openProfile({ folder, password: PASSWORD, create: false })).ok).toBe(true)
    expect(here.readCursor()).toBe(4)
    here.closeProfile()
  })

  it('tells what failed, with the code, and goes on', async () => {
    const data = startWorker()
    await expect(data.readCursor()).rejects.toBeInstanceOf(DataOperationError)
    await expect(data.readCursor()).rejects.toThrow('No profile is open')
    const folder = await makeProfile()
    await data.openProfile({ folder, password: PASSWORD, create: false })
    const broken = { ...makeRow(1), province: null } as never
    await expect(data.applyFeed({ rows: [broken], cursor: 1, userId: REVIEWER.id })).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_NOTNULL',
      cause: { name: 'SqliteError' },
    })
    expect(await data.readCursor()).toBe(0)
  })

  it('rejects what is under way when the thread goes, and says so once', async () => {
    const gone: Error[] = []
    const data = createDataWorkerClient(new URL('data:text/javascript,process.exit(3)'), {
      onGone: (error) => gone.push(error),
    })
    await expect(data.readCursor()).rejects.toMatchObject({ name: 'DataWorkerGone' })
    await expect(data.readSession()).rejects.toMatchObject({ name: 'DataWorkerGone' })
    expect(gone).toHaveLength(1)
    await data.close()
  })

  it('answers to no name that is not an operation', async () => {
    const worker = new Worker(WORKER, { workerData: OPTIONS })
    const failed = once(worker, 'message')
    worker.postMessage({ kind: 'call', id: 1, operation: 'constructor', args: [] })
    await expect(failed).rejects.toThrow('does not know')
  })
})
