import { services } from '../edits'
import { concernsNot, fails, passes, type Recipe } from '../proofCases'

export const homepage: Recipe<'homepage'> = (_, draft) => {
  const page = (text: string) => services(draft, { homepage: text })
  return {
    breaks: [fails('a page of another domain', page('www.xinghai.example'))],
    keeps: [passes('a page below the domain', page('www.xinghe.example'))],
    boundary: [
      passes('the domain itself', page('https://xinghe.example/index.html')),
      fails('a domain that ends in the same letters', page('anxinghe.example')),
      fails('the own domain before another one', page('xinghe.example.test')),
      passes('the domain in capitals', page('XINGHE.EXAMPLE')),
      concernsNot('no page named', page('')),
    ],
  }
}
