/** Name under which the organisation of a change filing was filed before. */
export function formerName(name: string): string {
  return name.replace(
    /(软件|信息技术|机械设备|环保科技|建筑装饰工程|物流|食品|家具制造)有限公司$/,
    '商贸有限公司',
  )
}
