import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Delivery } from '../store/deliveries'
import { orderNumberSchema } from '../../shared/domain/filing'

const namedSchema = z.object({ orderNumber: orderNumberSchema })

/**
 * Writes a delivery as `<order number>-v<case version>.json` and answers whether that worked. The file appears whole;
 * writing it again gives the same file.
 */
export async function dropFile(folder: string, delivery: Delivery): Promise<boolean> {
  const { orderNumber } = namedSchema.parse(JSON.parse(delivery.body))
  const file = join(folder, `${orderNumber}-v${delivery.caseVersion}.json`)
  const partial = join(folder, `.${delivery.id}.partial`)
  try {
    await mkdir(folder, { recursive: true })
    const handle = await open(partial, 'w')
    try {
      await handle.writeFile(delivery.body)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, file)
    return true
  } catch {
    await rm(partial, { force: true }).catch(() => undefined)
    return false
  }
}
