import type { Application } from '../../../../shared/domain/filing'
import { assertNever } from '../../../../shared/result'
import type { DossierBlock, DossierSection } from '../../../media/pdf/dossierInput'
import { filingTypeName } from './codeNames'
import { fieldName } from './fieldNames'

/** What is asked for: the type, what is on file already, the changes or the reason. */
export function requestSection(application: Application): DossierSection {
  return {
    title: '备案事项',
    blocks: [
      {
        block: 'facts',
        rows: [
          ['备案类型', filingTypeName(application.filingType)],
          ...(application.filingType === 'first-filing' ? [] : existingFacts(application.existing)),
        ],
      },
      ...particulars(application),
    ],
  }
}

/** The password proves the applicant's right and is checked by the system; on paper it has no business. */
function existingFacts(existing: {
  readonly entityIcpNumber: string
  readonly filingPassword?: string | undefined
}): [string, string][] {
  return [
    ['主体备案号', existing.entityIcpNumber],
    ['备案密码', existing.filingPassword === undefined ? '未提供' : '已提供'],
  ]
}

function particulars(application: Application): DossierBlock[] {
  switch (application.filingType) {
    case 'change':
      return [
        {
          block: 'table',
          columns: [
            { title: '变更项', share: 3 },
            { title: '变更前', share: 4 },
            { title: '变更后', share: 4 },
          ],
          rows: application.changes.map(({ field, before, after }) => ({
            cells: [fieldName(field), before, after],
          })),
          empty: '',
        },
      ]
    case 'cancel-entity':
    case 'cancel-service':
    case 'remove-provider':
      return [{ block: 'facts', rows: [['原因', application.reason]] }]
    case 'first-filing':
    case 'add-provider':
    case 'new-service-filed-elsewhere':
    case 'new-service-filed-here':
    case 'claim':
      return []
    default:
      return assertNever(application, 'Unknown filing type')
  }
}
