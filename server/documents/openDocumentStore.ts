import path from 'node:path'
import type { DocumentStore } from './documentStore'
import { createFolderDocumentStore } from './folderDocumentStore'
import { createS3DocumentStore } from './s3DocumentStore'
import { readS3Secret, type S3Settings } from './s3Settings'
import type { Clock, Ids } from '../system'

/** The storage that is configured, or the folder of this server. */
export async function openDocumentStore(
  { s3, dataFolder }: { readonly s3?: S3Settings | undefined; readonly dataFolder: string },
  surroundings: { readonly clock: Clock; readonly ids: Ids },
): Promise<DocumentStore> {
  if (s3 === undefined) {
    return createFolderDocumentStore(path.join(dataFolder, 'documents'), surroundings)
  }
  return createS3DocumentStore(s3, await readS3Secret(s3.secret), surroundings)
}
