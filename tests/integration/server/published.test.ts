import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJson, START_TIMEOUT, startTestServer, type TestServer } from '../../helpers/serverHarness'
import { apiRoutes } from '../../../shared/protocol/api'
import { BYTE_ROUTES, FILING_BUNDLE_SCHEMA_PATH } from '../../../shared/protocol/otherRoutes'
import { filingBundleJsonSchema } from '../../../shared/protocol/filingBundleJsonSchema'

const PUBLISHED = path.resolve(import.meta.dirname, '../../../docs/schema/filing-bundle.schema.json')

interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly security: unknown[] }>>>
  >
}

describe('What the server publishes', () => {
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer('postgres')
  }, START_TIMEOUT)
  afterAll(() => server.stop())

  async function get(place: string): Promise<unknown> {
    const response = await fetch(`${server.url}${place}`)
    expect(response.status).toBe(200)
    return response.json()
  }

  it('is the JSON Schema of the code, in the repository (npx tsx cli/publishSchemas.ts) and over HTTP', async () => {
    const schema: unknown = JSON.parse(JSON.stringify(filingBundleJsonSchema()))
    expect(await readJson(PUBLISHED)).toEqual(schema)
    expect(await get(FILING_BUNDLE_SCHEMA_PATH)).toEqual(schema)
  })

  it('describes every route of the protocol in OpenAPI, with who may call it', async () => {
    const document = (await get('/openapi.json')) as OpenApi
    expect(document.openapi).toMatch(/^3\./)
    for (const [name, { method, path: place, auth }] of Object.entries(apiRoutes)) {
      const operation = document.paths[place.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(operation?.operationId).toBe(name)
      expect(operation?.security).toEqual(auth === 'session' ? [{ session: [] }] : [])
    }
    for (const place of Object.values(BYTE_ROUTES)) {
      expect(document.paths[place.replace(/:(\w+)/g, '{$1}')]).toBeDefined()
    }
  })

  it(
    'says that it is well once the audit chain has been walked',
    async () => {
      await server.restart()
      await expect
        .poll(() => get('/v1/health'))
        .toEqual({ status: 'ok', protocol: 1, storage: 'ok', audit: 'intact' })
    },
    START_TIMEOUT,
  )

  it('says that nothing can be kept while documents have no place', async () => {
    const documents = path.join(server.place.folder, 'documents')
    await rename(documents, `${documents}.away`)
    await writeFile(documents, '')
    expect(await get('/v1/health')).toMatchObject({ status: 'ok', storage: 'failing' })
    await rm(documents)
    await rename(`${documents}.away`, documents)
    expect(await get('/v1/health')).toMatchObject({ storage: 'ok' })
  })
})
