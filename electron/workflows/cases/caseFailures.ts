import { AppError } from '../appError'
import { serverFailure } from '../serverAnswer'
import type { DataPort } from '../ports/dataPort'
import type { ServerProblem } from '../ports/reviewServerPort'

/** Why a decision was not made, with what is missing where that is the reason. */
export function decideFailure(
  problem: Extract<Awaited<ReturnType<DataPort['decide']>>, { ok: false }>['error'],
): AppError {
  if (problem.code !== 'gate') {
    return new AppError(problem.code, 'The decision cannot be made')
  }
  const problems = problem.problems.map(({ code, lineIds }) => ({ code, lineIds: [...lineIds] }))
  return new AppError('gate', 'Something still keeps the decision from being made', { problems })
}

/** Why the server gave no case. */
export function drawFailure(problem: ServerProblem): AppError {
  return serverFailure(problem, { conflict: 'held-by-other' })
}
