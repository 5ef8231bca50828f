import type { RecordOnFile } from '../../../../../shared/domain/filing'
import type { Draft } from '../draft'
import { services } from '../edits'
import { asks, concernsNot, passes, type Recipe } from '../proofCases'
import { recordLike } from '../records'

export const emptyShell: Recipe<'empty-shell'> = ({ when }, draft) => {
  const own = `${draft.entityIcpNumber}-1`
  const onFile = (made: Draft, ...numbers: readonly string[]): Draft => {
    const rows = numbers.map((icpNumber): RecordOnFile['services'][number] => ({
      icpNumber,
      name: '样例星河小记',
    }))
    return { ...made, record: { ...recordLike(made), services: rows } }
  }
  const other = `${draft.entityIcpNumber}-2`
  if (when === 'direct-add') {
    return {
      breaks: [asks('the provider got no record', draft)],
      keeps: [passes('nothing is on file', onFile(draft))],
      boundary: [concernsNot('a single service is on file', onFile(draft, other))],
    }
  }
  const leaving = services({ ...draft, filingType: 'cancel-service' }, { icpNumber: own })
  return {
    breaks: [asks('the only service goes', onFile(leaving, own))],
    keeps: [passes('another service stays', onFile(leaving, own, other))],
    boundary: [
      asks('the only service goes, typed in small letters', onFile(leaving, own.toLowerCase())),
      asks(
        'the only access goes, others may have it',
        onFile({ ...leaving, filingType: 'remove-provider' }, own),
      ),
      asks('the provider got no record', leaving),
      concernsNot('the entity goes as well', onFile({ ...draft, filingType: 'cancel-entity' }, own)),
    ],
  }
}
