/**
 * Why nothing can be drawn of a file. `several-pictures`: frames of which a reviewer would see only the first;
 * `encrypted`: a document that asks for a password.
 */
export type PictureProblem = 'undecodable' | 'too-large' | 'several-pictures' | 'encrypted'
