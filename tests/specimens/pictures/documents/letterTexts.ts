import type { DocumentKind } from '../../../../shared/domain/documentKinds'
import type { Application, Service } from '../../../../shared/domain/filing'
import { formerName } from '../../filing/formerName'
import type { Applicant } from '../../filing/applicant'

export interface LetterText {
  readonly title: string
  readonly address: string
  readonly paragraphs: readonly string[]
  readonly signer: string
  readonly signerLabel: string
}

/** What a letter says; undefined for a kind that is no letter. */
export function letterText(
  kind: DocumentKind,
  applicant: Applicant,
  application: Application,
): LetterText | undefined {
  const { entity, principal, servicePrincipal } = applicant
  const service = applicant.services[0]
  const site = describeService(service)
  const province = applicant.home.province.nameZh
  const base = {
    address: `${province}通信管理局：`,
    signer: principal.record.name,
    signerLabel: entity.kind === 'individual' ? '承诺人（签字）' : '法定代表人（签字）',
  }
  const identity = `${entity.name}（证件号码：${entity.certificate.number}）`
  switch (kind) {
    case 'filing-commitment':
      return { ...base, title: '互联网信息服务备案承诺书', paragraphs: commitment(identity, site) }
    case 'authenticity-commitment':
      return {
        ...base,
        title: 'ICP备案信息真实性承诺书',
        signer: servicePrincipal.record.name,
        signerLabel: '网站负责人（签字）',
        paragraphs: [
          `本人${servicePrincipal.record.name}，系${entity.name}${site}的负责人，已阅读并知悉《ICP备案信息真实性责任告知书》的全部内容。`,
          '本人承诺：所提交的备案信息真实、准确、完整；联系方式保持畅通；信息发生变化时在规定期限内办理变更；不将域名、云服务转借他人使用。',
          '如有虚假，本人愿意承担由此产生的法律责任。',
        ],
      }
    case 'responsibility-notice':
      return {
        ...base,
        title: 'ICP备案信息真实性责任告知书',
        signer: servicePrincipal.record.name,
        signerLabel: '被告知人（签字）',
        paragraphs: [
          `${entity.name}：根据《非经营性互联网信息服务备案管理办法》，现将备案信息真实性责任告知如下。`,
          '一、填报虚假备案信息的，由住所所在地通信管理部门关闭网站并注销备案。二、备案信息变更的，应当提前三十日办理变更手续。三、备案人应当在网站主页底部的中央位置标明备案编号并链接至备案管理系统。',
          '四、备案人不得将备案后的域名解析到未备案的网站，不得出租、出借备案主体。以上内容本人已全部知悉。',
        ],
      }
    case 'no-preapproval-commitment':
      return {
        ...base,
        title: '不涉及前置审批承诺书',
        paragraphs: [
          `${identity}开办${site}。`,
          '我单位郑重承诺：该网站不从事新闻、出版、药品和医疗器械、文化、广播电影电视节目、网络预约车、互联网金融、宗教等依法须经有关主管部门前置审批的互联网信息服务。',
          '如今后拟从事上述服务，将先行取得主管部门批准文件并办理备案变更。',
        ],
      }
    case 'authorization-letter':
      return {
        ...base,
        title: '授权书',
        paragraphs: [
          `兹授权${servicePrincipal.record.name}（身份证号码：${servicePrincipal.record.certificate.number}）为我单位${site}的网站负责人，负责办理备案、信息维护及与主管部门联络等事项。`,
          `授权人：${entity.legalRepresentative ?? principal.record.name}，系${identity}的法定代表人。`,
          '授权期限：自签署之日起两年。被授权人在授权范围内的行为由我单位承担责任。',
        ],
      }
    case 'name-change-letter':
      return {
        ...base,
        address: '致有关单位：',
        title: '企业名称变更证明',
        paragraphs: [
          `经核准，原“${formerName(entity.name)}”名称变更为“${entity.name}”。`,
          `统一社会信用代码：${entity.certificate.number}，变更前后不变。住所、法定代表人等其他登记事项未变。`,
          '特此证明。',
        ],
      }
    case 'party-building-confirmation':
      return {
        ...base,
        title: '互联网企业党建工作确认函',
        paragraphs: [
          `${identity}开办${site}。`,
          '经了解，该单位（个人）的党建基本情况已按要求登记。现予确认，请按程序办理备案。',
        ],
      }
    case 'institution-site-approval':
      return {
        ...base,
        title: '网站开办审核申请表',
        paragraphs: [
          `申请单位：${identity}。`,
          `拟开办：${site}。开办目的：向社会公开单位职责、办事指南和服务信息。`,
          '审核意见：同意开办。请按规定办理备案手续，并落实网络安全责任。',
        ],
      }
    case 'deregistration-statement':
      return {
        ...base,
        title: '注销备案声明函',
        signerLabel: entity.kind === 'individual' ? '声明人（签字）' : '负责人（签字）',
        paragraphs: [
          `${identity}，备案号：${applicant.existing?.entityIcpNumber ?? ''}。`,
          `现因${reasonOf(application)}申请注销${application.filingType === 'cancel-entity' ? '主体及其全部网站' : site}的备案。`,
          '我方确认上述备案由我方办理，注销后如需重新开通网站，将另行办理备案。由此产生的责任由我方承担。',
        ],
      }
    default:
      return otherLetter(kind, base, identity, site)
  }
}

function otherLetter(
  kind: DocumentKind,
  base: Pick<LetterText, 'address' | 'signer' | 'signerLabel'>,
  identity: string,
  site: string,
): LetterText | undefined {
  if (kind === 'supplementary') {
    return {
      ...base,
      title: '情况说明',
      paragraphs: [
        `${identity}于2010年以前通过原接入平台办理备案，相关账号已无法登录，现申请认领。`,
        `所涉服务：${site}。随附当年备案登记信息打印件，内容与本次填报一致，现场经办人联系方式未变。`,
        '以上情况属实，请予核对。',
      ],
    }
  }
  return undefined
}

function commitment(identity: string, site: string): readonly string[] {
  return [
    `${identity}现就${site}的互联网信息服务备案郑重承诺如下：`,
    '一、提交的备案材料和填报的信息真实、准确、有效，与证件原件一致。二、服务内容与备案一致，未取得批准不从事须经前置审批的服务。三、取得备案编号前不开通网站；开通后在主页底部标明备案编号。',
    '四、落实网络安全与信息安全管理措施，不制作、复制、发布、传播违法信息。五、联系方式保持畅通，备案信息变更时及时办理变更。六、违反以上承诺的，自愿接受关闭网站、注销备案等处理。',
  ]
}

function describeService(service: Service | undefined): string {
  if (service === undefined) {
    return '网站'
  }
  const domain = service.domains[0]?.name
  return `${service.kind === 'app' ? 'APP' : '网站'}“${service.name}”${domain === undefined ? '' : `（域名：${domain}）`}`
}

function reasonOf(application: Application): string {
  return 'reason' in application ? application.reason.replace(/。$/, '，') : ''
}
