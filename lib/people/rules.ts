export const roles = ['citizen', 'moderator', 'examiner', 'admin'] as const
export type Role = (typeof roles)[number]

const may: Record<Role, readonly Role[]> = {
  citizen: ['citizen'],
  moderator: ['citizen', 'moderator'],
  examiner: ['citizen', 'examiner'],
  admin: ['citizen', 'moderator', 'examiner', 'admin'],
}

/** Whether someone with this role may do what `needed` may. */
export function actsAs(person: { role: Role }, needed: Role): boolean {
  return may[person.role].includes(needed)
}
