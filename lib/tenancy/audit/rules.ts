/** Who acts on a city's settings: somebody of the city, whoever runs the platform, a file, or the product itself. */
export const auditActors = ['admin', 'operator', 'file', 'system'] as const
export type AuditActor = { kind: (typeof auditActors)[number]; name: string }

/** Who a version was published by, as its author is written there. */
export function actorOf(author: string): AuditActor {
  const [kind, ...rest] = author.split(':')
  const name = rest.join(':') || author
  if (kind === 'git') return { kind: 'file', name }
  if (kind === 'user') return { kind: 'operator', name }
  if (kind === 'person') return { kind: 'admin', name }
  return { kind: 'system', name: author }
}
