import { describe, expect, it } from 'vitest'
import { AppError } from '../../../electron/workflows/appError'
import { createFigureWorkflow } from '../../../electron/workflows/figures/figureWorkflow'
import { validRequests } from '../ipc/validRequests'
import { ipcCalls } from '../../../shared/ipc/contract'
import { refusal } from '../../../shared/result'
import type { Right } from '../../../shared/review/rights'
import { ruleProposalsSchema } from '../../../shared/rules/draft/ruleProposals'

const CHOSEN = ipcCalls['figures.saveProposals'].request.parse(validRequests['figures.saveProposals'])

/** Late in the evening of the 22nd by UTC: the 23rd in China. */
const NOW = '2026-11-22T20:00:00.000Z'

function makeWorkflow({ isSaved = true, mayDo = true } = {}) {
  const asked: Right[] = []
  const saved: { name: string; text: string }[] = []
  const workflow = createFigureWorkflow({
    server: { figures: () => Promise.resolve(refusal('offline' as const)) },
    session: {
      requireRight: (right: Right) => {
        asked.push(right)
        if (!mayDo) {
          throw new AppError('forbidden', 'No such right')
        }
      },
    } as never,
    desktop: {
      saveText: (name, text) => {
        saved.push({ name, text })
        return Promise.resolve(isSaved)
      },
    },
    now: () => NOW,
  })
  return { workflow, asked, saved }
}

describe('Saving proposals for the rule pack', () => {
  it('writes a file that the command reads, dated by the day in China', async () => {
    const { workflow, asked, saved } = makeWorkflow()
    await expect(workflow.saveProposals(CHOSEN)).resolves.toEqual({
      fileName: 'rule-proposals-2026-11-23.json',
    })
    expect(asked).toEqual(['propose-packs'])
    const file = ruleProposalsSchema.parse(JSON.parse(saved[0]?.text ?? ''))
    expect(file).toEqual({ format: 'beian-desk/rule-proposals', version: 1, madeOn: '2026-11-23', ...CHOSEN })
  })

  it('names no file when the person cancelled, and writes none without the right', async () => {
    await expect(makeWorkflow({ isSaved: false }).workflow.saveProposals(CHOSEN)).resolves.toEqual({
      fileName: null,
    })
    const { workflow, saved } = makeWorkflow({ mayDo: false })
    await expect(workflow.saveProposals(CHOSEN)).rejects.toMatchObject({ failure: { code: 'forbidden' } })
    expect(saved).toEqual([])
  })
})
