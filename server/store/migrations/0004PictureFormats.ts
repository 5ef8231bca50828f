/** Scans and photographs of telephones: TIFF, BMP and HEIC besides the three formats of the web. */
export const pictureFormatsMigration = `
ALTER TABLE case_document DROP CONSTRAINT case_document_media_type_check;
ALTER TABLE case_document ADD CONSTRAINT case_document_media_type_check CHECK (
  media_type IN ('image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/bmp', 'image/heic')
);
`
