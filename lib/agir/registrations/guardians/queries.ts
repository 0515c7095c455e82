import 'server-only'
import { eq } from 'drizzle-orm'
import {
  activities,
  occurrences,
  organisations,
  people,
  positions,
  registrations,
} from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { readLink, unsealGuest } from '../links/queries'

type City = { id: string }

/** What a guardian is asked, and what was answered already. Looking changes nothing. */
export function findConsent(tenant: City, token: string) {
  const id = readLink(tenant, 'guardian', token)
  if (!id) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [asked] = await db
      .select({
        ...{ state: registrations.state, party: registrations.partySize, note: registrations.note },
        ...{ consentedAt: registrations.consentedAt, consentScope: registrations.consentScope },
        ...{ holdExpiresAt: registrations.holdExpiresAt, endedBy: registrations.endedBy },
        guardian: registrations.guardianSealed,
        ...{ guest: registrations.guestSealed, name: people.name },
        ...{ title: activities.title, summary: activities.summary, slug: activities.slug },
        ...{ practical: activities.practical, locale: activities.locale, attendance: activities.attendance },
        ...{ placeLabel: activities.placeLabel, address: activities.address },
        ...{ startsAt: occurrences.startsAt, endsAt: occurrences.endsAt, zone: occurrences.zone },
        dateState: occurrences.state,
        otherPlace: occurrences.placeLabel,
        positionLabel: positions.label,
        ...{ organisation: organisations.name, organisationSlug: organisations.slug },
      })
      .from(registrations)
      .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
      .innerJoin(activities, eq(activities.id, registrations.activityId))
      .innerJoin(positions, eq(positions.id, registrations.positionId))
      .leftJoin(people, eq(people.id, registrations.personId))
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(eq(registrations.id, id))
    if (!asked?.guardian) return null
    const { guest, guardian: _guardian, name, ...shown } = asked
    return { ...shown, name: guest ? unsealGuest(tenant, guest).name : (name ?? '') }
  })
}
export type AskedConsent = NonNullable<Awaited<ReturnType<typeof findConsent>>>
