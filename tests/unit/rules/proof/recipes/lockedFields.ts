import { changed } from '../edits'
import { fails, passes, type Recipe } from '../proofCases'

const FREE = ['entity.mailingAddress', '样例路1号', '样例路2号'] as const

export const lockedFields: Recipe<'locked-fields'> = ({ fields }, draft) => ({
  breaks: fields.map((name) => fails(name, changed(draft, [name, '甲', '乙']))),
  keeps: [passes('another field', changed(draft, FREE))],
  boundary: fields.flatMap((name) => [
    passes(`a field that only begins like ${name}`, changed(draft, [`${name}Note`, '甲', '乙'])),
    fails(`${name} besides another field`, changed(draft, FREE, [name, '甲', '乙'])),
    fails(`a part of ${name}`, changed(draft, [`${name}.0`, '甲', '乙'])),
    fails(`${name} with the form's name before it`, changed(draft, [`application.${name}`, '甲', '乙'])),
  ]),
})
