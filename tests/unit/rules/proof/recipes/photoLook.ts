import { papers } from '../edits'
import { asks, concernsNot, type Recipe } from '../proofCases'

/** The machine says when somebody has to look; what the photo shows it does not judge. */
export const photoLook: Recipe<'photo-look'> = ({ kinds }, draft) => {
  const empty = { ...draft, documents: [] }
  return {
    breaks: kinds.map((kind) => asks(`${kind} is there`, papers(empty, kind))),
    keeps: [concernsNot('no photo yet', empty)],
    boundary: [
      concernsNot('another picture', papers(empty, 'supplementary')),
      ...kinds.map((kind) => asks(`${kind} besides another picture`, papers(empty, 'supplementary', kind))),
    ],
  }
}
