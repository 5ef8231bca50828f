/** A document whose pages cannot go into the dossier; the message says why and quotes nothing of it. */
export class UnfitPdf extends Error {
  override readonly name = 'UnfitPdf'
}
