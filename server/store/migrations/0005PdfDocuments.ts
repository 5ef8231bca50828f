/** Statements and contracts of several pages come as PDF documents. */
export const pdfDocumentsMigration = `
ALTER TABLE case_document DROP CONSTRAINT case_document_media_type_check;
ALTER TABLE case_document ADD CONSTRAINT case_document_media_type_check CHECK (
  media_type IN (
    'image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/bmp', 'image/heic', 'application/pdf'
  )
);
`
