import { zh } from '../i18n/zh'
import type { Advice, AdviceFinding } from '../../shared/advisor/advice'

const WORDS = zh.advisor

/**
 * The answer as a message to the caller: always Chinese, as the filing is. Open topics are left out, and so is what is
 * not required besides the filing; where nothing is answered the text is empty.
 */
export function adviceText(advice: Advice): string {
  return advice.topics
    .flatMap((answer) => {
      if (answer.state === 'open') {
        return []
      }
      const [first, ...others] = answer.findings
      const isSaid = answer.topic === 'filing' || first?.verdict !== 'not-required'
      if (first === undefined || !isSaid) {
        return []
      }
      const lead = `${WORDS.topic[answer.topic]}：${WORDS.verdict[first.verdict]}。${first.reason.zh}`
      const differing = others.map(
        (other) =>
          `${WORDS.otherEdition}：${WORDS.verdict[other.verdict]}。${other.reason.zh}（${sourceOf(other)}）`,
      )
      return [[lead, ...stepsOf(first), `${WORDS.source}：${sourceOf(first)}`, ...differing].join('\n')]
    })
    .join('\n\n')
}

function stepsOf({ steps, deadline }: AdviceFinding): readonly string[] {
  const numbered = steps.map((step, index) => `${String(index + 1)}. ${step.zh}`)
  return deadline === undefined
    ? numbered
    : [...numbered, WORDS[deadline.overdue ? 'overdue' : 'deadline'].replace('{date}', deadline.date)]
}

function sourceOf({ source, edition }: AdviceFinding): string {
  return `${edition.title.zh}（${source.name}，${edition.date}）`
}
