import { writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Said } from './dayActs'
import { createKillPoints, watchFiles } from './killAt'
import { playDay } from './playDay'
import { watchSqlite } from './watchSqlite'
import { createModelDesk } from '../model/modelDesk'
import { INTAKE_TOKEN, withdrawal } from '../model/withdrawal'
import { loadRulePacks } from '../../electron/common/resources/loadRulePacks'

/**
 * A desk in a process of its own. Arguments: file of `DeskOrder`. Says on standard output what the person is told, a
 * line each, and last how many write steps there were; says on standard error where it was ended.
 */
export interface DeskOrder {
  readonly folder: string
  readonly username: string
  readonly serverUrl: string
  readonly rulePacksFolder: string
  readonly now: string
  readonly killAt: number
  readonly spinMicroseconds: number
}

const order = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as DeskOrder
const { packs } = await loadRulePacks(order.rulePacksFolder)
const say = (said: Said | { readonly said: 'done'; readonly steps: number }): void => {
  writeSync(1, `${JSON.stringify(said)}\n`)
}
const points = createKillPoints(order.killAt, order.spinMicroseconds)
watchFiles(points)
watchSqlite(points)

const toServer: typeof fetch = (input, init) => {
  const { pathname, search } = input instanceof Request ? new URL(input.url) : new URL(input)
  return fetch(new URL(pathname + search, order.serverUrl), init)
}
const desk = createModelDesk({
  ...{ folder: order.folder, username: order.username },
  line: { fetch: toServer },
  rulePacks: new Map(packs.map(({ pack }) => [pack.version, pack])),
  now: () => order.now,
  onId: (commandId) => {
    say({ said: 'issued', commandId })
  },
})
await playDay(desk, say, async (orderNumber) => {
  await fetch(new URL('/v1/intake', order.serverUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/zip' },
    body: Uint8Array.from(withdrawal(orderNumber, Date.parse(order.now))),
  })
})
say({ said: 'done', steps: points.passed() })
