import { services, entity, papers } from '../edits'
import { asks, passes, type Recipe } from '../proofCases'

export const nameRelation: Recipe<'name-relation'> = ({ proof }, draft) => {
  const between = (name: string, owner: string) => services(entity(draft, { name: owner }), { name })
  const unrelated = between('远山小记', '样例星河科技有限公司')
  return {
    breaks: [asks('nothing in common', unrelated)],
    keeps: [passes('a part of the name', between('星河小记', '样例星河科技有限公司'))],
    boundary: [
      asks('one character in common', between('星空小记', '样例星河科技有限公司')),
      asks('only what many names have', between('科技小记', '样例星河科技有限公司')),
      passes('three letters in common', between('ABC小记', 'ABC有限公司')),
      asks('two letters in common', between('ABX小记', 'ABC有限公司')),
      ...proof.map((paper) => asks(`nothing in common, with ${paper}`, papers(unrelated, paper))),
    ],
  }
}
