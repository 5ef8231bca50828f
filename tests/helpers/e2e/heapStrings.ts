import type { Page } from '@playwright/test'

/** Every text that the page's script has in memory, as its own debugger sees it. Garbage is collected first. */
export async function heapStrings(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    chunks.push(chunk)
  })
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const snapshot = JSON.parse(chunks.join('')) as { readonly strings: readonly string[] }
  return snapshot.strings.join('\n')
}
