import type { Application, Person } from '../../../../shared/domain/filing'
import type { DossierBlock, DossierSection } from '../../../media/pdf/dossierInput'
import { certificateName, natureName } from './codeNames'
import { validityText } from './formats'
import { hasServices } from './wording'

type Fact = [label: string, value: string]

export function entitySection({ entity }: Application): DossierSection {
  const { certificate } = entity
  const facts: Fact[] = [
    ['主体名称', entity.name],
    ['主办单位性质', natureName(entity.nature)],
    ['证件类型', certificateName(certificate.type)],
    ['证件号码', certificate.number],
    ['证件有效期', validityText(certificate.validFrom, certificate.validTo)],
    ['法定代表人', entity.legalRepresentative ?? ''],
    ['证件住所', certificate.address ?? ''],
    ['通信地址', entity.mailingAddress],
    ['备注', entity.remarks ?? ''],
  ]
  return { title: '主体信息', blocks: [{ block: 'facts', rows: facts }] }
}

/** The entity's principal and the principal of each service; one person is shown once. */
export function personsSection(application: Application): DossierSection {
  const services = hasServices(application) ? application.services : []
  const people = new Map<string, { readonly person: Person; readonly roles: string[] }>()
  const add = (person: Person, role: string): void => {
    const key = JSON.stringify(person)
    const known = people.get(key)
    if (known) {
      known.roles.push(role)
    } else {
      people.set(key, { person, roles: [role] })
    }
  }
  add(application.entity.principal, '主体负责人')
  for (const service of services) {
    add(service.principal, `服务负责人（${service.name}）`)
  }
  return {
    title: '负责人信息',
    blocks: [...people.values()].flatMap(({ person, roles }) => personBlocks(person, roles)),
  }
}

function personBlocks(person: Person, roles: readonly string[]): DossierBlock[] {
  const { certificate } = person
  return [
    { block: 'heading', text: roles.join('、') },
    {
      block: 'facts',
      rows: [
        ['姓名', person.name],
        ['手机', person.mobile],
        ['证件类型', certificateName(certificate.type)],
        ['证件号码', certificate.number],
        ['证件有效期', validityText(certificate.validFrom, certificate.validTo)],
        ['应急电话', person.emergencyPhone ?? ''],
        ['座机', person.landline ?? ''],
        ['邮箱', person.email],
        ['证件住址', certificate.address ?? ''],
      ],
    },
  ]
}
