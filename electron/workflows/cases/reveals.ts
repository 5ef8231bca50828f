/** Cases whose personal data somebody had shown without holding them, until that person leaves the desk. */
export interface Reveals {
  add(caseId: string): void
  has(caseId: string): boolean
  forget(): void
}

export function createReveals(): Reveals {
  const revealed = new Set<string>()
  return {
    add: (caseId) => void revealed.add(caseId),
    has: (caseId) => revealed.has(caseId),
    forget: () => {
      revealed.clear()
    },
  }
}
