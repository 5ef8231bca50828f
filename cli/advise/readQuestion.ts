import { adviceQuestionSchema, type AdviceQuestion } from '../../shared/advisor/adviceQuestion'
import { refusal, success, type Result } from '../../shared/result'

/** What is wrong with a question, by field; empty for the whole of it. */
interface QuestionProblem {
  readonly field: string
  readonly message: string
}

/** Parses a question. Without a day of its own it is asked on `today`. */
export function readQuestion(
  text: string,
  today: string,
): Result<AdviceQuestion, readonly QuestionProblem[]> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refusal([{ field: '', message: 'It is no JSON' }])
  }
  const isAsked = typeof value === 'object' && value !== null && !Array.isArray(value)
  const parsed = adviceQuestionSchema.safeParse(isAsked ? { today, ...(value as object) } : value)
  if (parsed.success) {
    return success(parsed.data)
  }
  const problems = parsed.error.issues.flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.map(String).join('.')]
    return unknown.map((field) => ({ field, message: issue.message }))
  })
  return refusal(problems)
}
