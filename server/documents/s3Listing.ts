import { S3Failure } from './s3Failure'

export interface ListedObject {
  readonly key: string
  /** Epoch ms. */
  readonly lastModified: number
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads a page of ListObjectsV2 (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html) that was asked for with
 * `encoding-type=url`. Our own names need no XML reader; what does not look like a page is refused.
 */
export function readListing(xml: string): {
  readonly objects: readonly ListedObject[]
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null
} {
  if (!xml.includes('<ListBucketResult')) {
    throw new S3Failure('no-listing', false)
  }
  const objects = Array.from(xml.matchAll(/<Contents>(.*?)<\/Contents>/gs), ([, entry = '']) => ({
    key: decodeURIComponent(textOf(entry, 'Key').replaceAll('+', ' ')),
    lastModified: Date.parse(textOf(entry, 'LastModified')),
  }))
  const isCut = textOf(xml, 'IsTruncated') === 'true'
  return { objects, next: isCut ? textOf(xml, 'NextContinuationToken') : null }
}

function textOf(xml: string, tag: string): string {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? ''
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_whole, name: string) => ENTITIES[name] ?? '')
}
