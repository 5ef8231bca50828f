import { fails, passes, type Recipe } from '../proofCases'

export const filingPassword: Recipe<'filing-password'> = (_, draft) => ({
  breaks: [fails('no password', { ...draft, filingPassword: '' })],
  keeps: [passes('a password', draft)],
  boundary: [
    fails('a password of blanks', { ...draft, filingPassword: '   ' }),
    passes('a password of one character', { ...draft, filingPassword: 'x' }),
  ],
})
