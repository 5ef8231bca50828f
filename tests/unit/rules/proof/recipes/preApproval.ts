import { papers, services } from '../edits'
import { asks, concernsNot, fails, type Recipe } from '../proofCases'

export const preApproval: Recipe<'pre-approval'> = ({ categories }, draft) => {
  const shows = (content: string) => services(draft, { contentCategories: [content] })
  const contents = categories.flatMap(({ category, contents: list, missing }) =>
    list.map((content) => ({ content, category, missing })),
  )
  const unpapered = contents.map(({ content, missing }) =>
    (missing === 'fail' ? fails : asks)(`${content} without a paper`, shows(content)),
  )
  const declared = services(draft, {
    contentCategories: ['样例类型'],
    preApprovals: [{ category: categories[0]?.category ?? '新闻', number: 'EXAMPLE-1' }],
  })
  const [first] = contents
  const shown = shows(first?.content ?? '')
  return {
    breaks: unpapered.filter(({ verdict }) => verdict === 'fail'),
    keeps: contents.map(({ content }) =>
      asks(`${content} with a paper, which somebody reads`, papers(shows(content), 'pre-approval')),
    ),
    boundary: [
      ...unpapered,
      concernsNot('content that is in no list', shows('样例类型')),
      fails('an approval declared, no paper', declared),
      asks('an approval declared, with a paper', papers(declared, 'pre-approval')),
      fails('the paper of another service', {
        ...shown,
        documents: [{ kind: 'pre-approval', serviceId: 's9' }],
      }),
    ],
  }
}
