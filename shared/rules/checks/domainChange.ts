import { isSameDomain } from '../../domain/identifiers/domainName'
import type { MachineVerdict } from '../checklist'
import { changesOf, type ChangeAt } from './changes'
import { defineCheck } from './defineCheck'
import { fail, field, notApplicable, pass, worstOf } from './verdicts'

/**
 * In a change order domains may be taken away where one remains, never added or replaced (since 2019-04-22 a website
 * has one domain; older filings may have several).
 */
export const domainChange = defineCheck('domain-change', {}, ({ application }) => {
  const changes = changesOf(application, ['services.*.domains'])
  if (changes.length === 0) {
    return notApplicable({ evidence: [field('application.changes')] })
  }
  return worstOf(changes.map(judgeChange))
})

function judgeChange({ change, path }: ChangeAt): MachineVerdict {
  const before = namesIn(change.before)
  const after = namesIn(change.after)
  const onlyDropped =
    after.length > 0 &&
    after.length < before.length &&
    after.every((name) => before.some((old) => isSameDomain(old, name)))
  return (onlyDropped ? pass : fail)({
    evidence: [field(path)],
    measured: `${change.before} → ${change.after}`,
    expected: '⊂',
  })
}

function namesIn(text: string): readonly string[] {
  return text.split(/[\s,;，；、]+/u).filter((name) => name !== '')
}
