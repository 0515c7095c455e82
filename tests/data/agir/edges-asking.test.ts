import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { PlaceInput, SubjectInput, TextInput, WelcomeInput } from '@/lib/agir/activities/answers/input'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { findCalendar, findPublicActivity } from '@/lib/agir/activities/queries'
import { findDoor } from '@/lib/agir/attendance/queries'
import { findConversation } from '@/lib/agir/conversations/reading/queries'
import { findThanked } from '@/lib/agir/feedback/queries'
import { findKeptInitiative } from '@/lib/agir/initiatives/own/queries'
import { findOwnNews } from '@/lib/agir/news/queries'
import { findManaged } from '@/lib/agir/organisations/queries'
import { GuestInput } from '@/lib/agir/registrations/guests/input'
import { RegisterInput } from '@/lib/agir/registrations/input'
import { findWayBack } from '@/lib/agir/registrations/queries'
import { TimingInput } from '@/lib/agir/schedules/input'
import type { Tenant } from '@/tenants/tenant'
import { actionsOfActivities } from '../../support/actions-of-activities'
import type { Kind } from '../../support/asking'
import { aCity } from '../../support/cities'
import { targetsIn } from '../../support/targets'

const now = new Date()
let [here, there]: Tenant[] = []
let theirs: Record<Kind, string>

beforeAll(async () => {
  ;[here, there] = [await aCity(), await aCity()]
  theirs = await targetsIn(there)
})

/** What each page of Agir looks for under the id in its address. */
const pages = {
  'an activity': (city, { activity }) => findPublicActivity(city, activity, now),
  'its calendar': (city, { activity }) => findCalendar(city, activity, now),
  'what one organises': (city, { activity, person }) => findOwnActivity(city, activity, person),
  'the door of a date': (city, { activity, date }) => findDoor(city, { activityId: activity, dateId: date }),
  'a date to come back to': (city, { date }) => findWayBack(city, date),
  'what one says of a date': (city, { date }) => findThanked(city, date),
  'what one manages': (city, { organisation, person }) => findManaged(city, organisation, person),
  'what one keeps going': (city, { initiative, person }) => findKeptInitiative(city, initiative, person),
  'the news one tells': (city, { news, person }) => findOwnNews(city, news, person),
  'a conversation': (city, { conversation, person }) => findConversation(city, conversation, person),
} satisfies Record<string, (city: Tenant, ids: Record<Kind, string>) => Promise<unknown>>

describe('edge 38: an id of one city in an address of another', () => {
  test.each(Object.entries(pages))('%s is not there', async (_page, find) => {
    expect(await find(there!, theirs)).toBeTruthy()
    expect(await find(here!, theirs)).toBeNull()
  })
})

/** What a client would have to say to be let in without being asked. */
const hostile = {
  ...{ state: 'confirmed', status: 'confirmed', moderation: 'approved', publication: 'published' },
  ...{ tenant_id: 'ailleurs', tenantId: 'ailleurs', trust: '3', trust_level: '3', trustLevel: '3' },
  ...{ slug: 'a-moi', organiserId: crypto.randomUUID(), personId: crypto.randomUUID(), role: 'owner' },
}
const activityId = crypto.randomUUID()
const formOf = (action: string) => ({ activityId, ...actionsOfActivities[action]!.form })
const seat = `${crypto.randomUUID()}.${crypto.randomUUID()}`
const subject = { title: 'Planter des bulbes', kind: 'mission', organiser: 'self' }

/** Each form of an activity and of a place at one, as it is filled in. */
const forms: Record<string, () => [input: z.ZodType, filled: object]> = {
  subject: () => [SubjectInput({ tenant: there! }), { ...subject, [`theme_${there!.themes[0]!.id}`]: 'on' }],
  place: () => [
    PlaceInput({ tenant: there! }),
    { ...formOf('agir/activities/answers#answerPlace'), districtCode: there!.territory.districts[0]!.code },
  ],
  text: () => [TextInput, formOf('agir/activities/answers#answerText')],
  welcome: () => [WelcomeInput(), formOf('agir/activities/answers#answerWelcome')],
  timing: () => [TimingInput({ tenant: there! }), formOf('agir/activities/answers#answerTiming')],
  registration: () => [RegisterInput, { seat }],
  guest: () => [GuestInput, { seat, name: 'Nour', email: 'nour@exemple.fr' }],
}

describe('edge 22: a client that sends a state, a city or how far it is to be trusted', () => {
  test.each(Object.entries(forms))('is not heard in the form of the %s', (_name, form) => {
    const [input, filled] = form()
    const plain = input.safeParse(filled)
    expect(plain.error?.issues).toBeUndefined()
    const lying = input.safeParse({ ...filled, ...hostile })
    if (lying.success) expect(lying.data).toEqual(plain.data)
    else expect(lying.error.issues.map(({ code }) => code)).toEqual(['unrecognized_keys'])
  })
})
