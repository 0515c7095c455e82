import { z } from 'zod'
import { degrees, flag, type FoundActivity, free, nothing, text } from '../found/input'

/** A mission of the national exchange between volunteering platforms. */
export const Mission = z
  .object({
    id: z.string().nullish(),
    clientId: z.string().min(1),
    title: z.string(),
    description: text,
    applicationUrl: text,
    domain: text,
    activities: z.array(z.string()).nullish(),
    schedule: text,
    endAt: text,
    remote: text,
    deleted: z.boolean().nullish(),
    statusCode: text,
    openToMinors: z.unknown().optional(),
    reducedMobilityAccessible: flag,
    organizationName: text,
    address: text,
    postalCode: text,
    city: text,
    location: z.object({ lat: degrees, lon: degrees }).nullish(),
    addresses: z.array(z.object({ location: z.object({ lat: degrees, lon: degrees }).nullish() })).nullish(),
  })
  .transform((mission): FoundActivity => {
    const point = mission.location ?? mission.addresses?.[0]?.location
    return {
      ...nothing,
      id: mission.clientId,
      kind: 'mission',
      title: mission.title,
      summary: '',
      body: mission.description,
      practical: mission.schedule,
      subjects: [mission.domain, ...(mission.activities ?? [])],
      language: 'fr',
      place: mission.organizationName,
      address: [mission.address, mission.postalCode, mission.city].filter(Boolean).join(' '),
      latitude: point?.lat ?? null,
      longitude: point?.lon ?? null,
      isOnline: mission.remote === 'full',
      url: mission.applicationUrl,
      registerUrl: mission.applicationUrl,
      price: free,
      accessible: { ...nothing.accessible, mobility: mission.reducedMobilityAccessible },
      minors: mission.openToMinors === true || mission.openToMinors === 'yes',
      organiser: mission.organizationName,
      times: [],
      until: mission.endAt,
      removed: mission.deleted === true || (mission.statusCode !== '' && mission.statusCode !== 'ACCEPTED'),
    }
  })
