type Query = Record<string, string | string[] | undefined>
const place = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Which month, and from where in its register; what cannot be read is as if it had not been said. */
export function readMoment(query: Query): { mois: string; avant: { at: Date; id: string } | null } {
  const mois = typeof query.mois === 'string' ? query.mois : ''
  const found = place.exec(typeof query.avant === 'string' ? query.avant : '')
  return { mois, avant: found ? { at: new Date(Number(found[1])), id: found[2]! } : null }
}
