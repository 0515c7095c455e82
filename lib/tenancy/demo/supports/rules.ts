import { randomUUID } from 'node:crypto'
import type { people } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { chance, daysBefore } from '../rules'

/** Someone who lives in a demo city and supports what others propose. */
export function citizenOf({ id, locales, territory }: Tenant, names: string[], place: number, now: Date) {
  const drawn = (what: string, choices: number) => Math.floor(chance(`${id} ${what} ${place}`) * choices)
  const [first, last] = [names[drawn('first', names.length)]!, names[drawn('last', names.length)]!]
  return {
    id: randomUUID(),
    name: `${first.split(' ')[0]} ${last.split(' ').slice(1).join(' ')}`.trim(),
    locale: locales[0]!,
    assurance: 'A2',
    birthYear: 1938 + drawn('birth', 70),
    residence: 'lives',
    districtCode: territory.districts[drawn('district', territory.districts.length)]!.code,
    wantsMail: false,
    joinedAt: daysBefore(now, 30 + drawn('joined', 370)),
  } satisfies typeof people.$inferInsert
}
