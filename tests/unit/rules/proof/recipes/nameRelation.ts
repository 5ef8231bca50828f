import { services, entity, papers } from '../edits'
import { asks, fails, passes, type Recipe } from '../proofCases'

export const nameRelation: Recipe<'name-relation'> = ({ proof, remarkRequired }, draft) => {
  const between = (name: string, owner: string) => services(entity(draft, { name: owner }), { name })
  const unrelated = between('远山小记', '样例星河科技有限公司')
  return {
    breaks: [
      (remarkRequired ? fails : asks)(
        'nothing in common and nothing said',
        services(unrelated, { remarks: '' }),
      ),
    ],
    keeps: [passes('a part of the name', between('星河小记', '样例星河科技有限公司'))],
    boundary: [
      asks('nothing in common, with a remark', services(unrelated, { remarks: '样例品牌' })),
      asks('one character in common', between('星空小记', '样例星河科技有限公司')),
      asks('only what many names have', between('科技小记', '样例星河科技有限公司')),
      passes('three letters in common', between('ABC小记', 'ABC有限公司')),
      asks('two letters in common', between('ABX小记', 'ABC有限公司')),
      ...proof.map((paper) => asks(`nothing in common, with ${paper}`, papers(unrelated, paper))),
    ],
  }
}
