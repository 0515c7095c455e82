import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Tenant } from '../../../tenants/tenant'
import { instantOf, visible } from '../../ideas/imports/rules'
import { districtAt } from '../../ideas/places/rules'
import { lineOfText, plainText, skeleton } from '../../text'
import type { ActivityKind, Commitment } from '../activities/rules'
import { readable } from '../organisations/imports/rules'
import type { FoundActivity } from './found/input'

/** An activity as it will be written; its texts are read already, without HTML. */
export type ActivityArrival = ReturnType<typeof written> & {
  times: { startsAt: Date; endsAt: Date }[]
  /** Nothing of it is still to come. */
  isOver: boolean
  hash: string
}
export type ArrivalRefusal = 'removed_at_origin' | 'no_title' | 'no_text' | 'bad_times' | 'far_away'

/** How far from its centre something may be and still concern a city, in kilometres. */
const farthest = 40

/** What a record of another system becomes here, or why it cannot. */
export function activityArrivalOf(
  found: FoundActivity,
  tenant: Tenant,
  now: Date,
): ActivityArrival | ArrivalRefusal {
  if (found.removed) return 'removed_at_origin'
  const title = cut(titleOf(found.title), 300)
  if (!lineOfText({ min: 1, max: 300 }).safeParse(title).success) return 'no_title'
  const body = cut(found.body || found.summary, 40_000)
  if (!plainText({ min: 1, max: 40_000 }).safeParse(body).success) return 'no_text'
  if (isFar(found, tenant)) return 'far_away'
  const times = timesOf(found, tenant.timeZone)
  if (times === null) return 'bad_times'
  const until = found.until ? instantOf(found.until.slice(0, 10), tenant.timeZone) : null
  const row = written(found, { title, body }, tenant)
  return {
    ...row,
    times,
    isOver: times.length > 0 ? times.every(({ endsAt }) => endsAt <= now) : until !== null && until <= now,
    hash: createHash('sha256')
      .update(JSON.stringify([row, times]))
      .digest('hex'),
  }
}

function written(found: FoundActivity, { title, body }: { title: string; body: string }, tenant: Tenant) {
  const { latitude, longitude } = found
  const point = latitude !== null && longitude !== null ? { latitude, longitude } : null
  const kind: ActivityKind = found.kind === 'mission' ? 'standing_need' : 'event'
  const can = found.accessible
  return {
    originId: found.id,
    kind,
    title,
    summary: cut(found.summary.replace(/\s+/g, ' ') || body.replace(/\s+/g, ' '), 280),
    body,
    practical: cut([found.practical, conditionsIn(found.price)].filter(Boolean).join('\n\n'), 2000),
    commitment: commitmentOf(found),
    locale: tenant.locales.find((one) => one === found.language) ?? tenant.locales[0]!,
    spoken: /^[a-z]{2}$/.test(found.language) ? [found.language] : [],
    themeIds: themesOf(found.subjects, tenant),
    attendance: found.isOnline ? ('online' as const) : ('on_site' as const),
    placeLabel: cut(found.place || found.organiser, 200) || null,
    address: cut(found.address.replace(/\s+/g, ' '), 300) || null,
    districtCode: point && (districtAt(tenant.territory, point)?.code ?? null),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    precision: point ? ('exact' as const) : ('city' as const),
    accessibility: Object.fromEntries(
      (['mobility', 'hearing', 'sight'] as const)
        .filter((need) => can[need])
        .map((need) => [need, 'yes' as const]),
    ),
    minors: found.minors === false ? ('excluded' as const) : ('with_consent' as const),
    welcomesNewcomers: false,
    /** An empty word where nobody says what it costs. */
    price: isFree(found.price) ? null : cut(found.price, 200),
    registration: onTheWeb(found.registerUrl) ? ('external' as const) : ('none' as const),
    externalUrl: onTheWeb(found.registerUrl),
    originUrl: onTheWeb(found.url),
    originLicence: found.licence || null,
  }
}

/** A word alone may be an acronym; several in capitals are read as a person would write them. */
function titleOf(said: string): string {
  const typed = said.replace(/\s+/g, ' ').trim()
  return /\p{L}{3}.*\s.*\p{L}{3}/u.test(typed) ? readable(typed) : typed
}

const isFree = (said: string) => /gratuit|libre|free/i.test(said)
/** What a price says besides that there is none: where to book, for whom, until when. */
const conditionsIn = (price: string) => (isFree(price) && price.length > 24 ? price : '')

function commitmentOf({ kind, practical }: FoundActivity): Commitment {
  if (kind === 'event') return 'once'
  return /semaine|hebdo|semana|week/i.test(practical) ? 'weekly' : 'lasting'
}

const onTheWeb = (url: string) => (/^https?:\/\/[^\s<>"]{3,1900}$/.test(url) ? url : null)
const cut = (said: string, longest: number) => [...visible(said).trim()].slice(0, longest).join('')

function isFar({ latitude, longitude }: FoundActivity, { territory }: Tenant): boolean {
  if (latitude === null || longitude === null) return false
  const [east, north] = territory.centre
  const narrower = Math.cos((north * Math.PI) / 180)
  return 111.195 * Math.hypot(latitude - north, (longitude - east) * narrower) > farthest
}

/** Null when one of them cannot be read. What ends before it begins ends the day after: it went on past midnight. */
function timesOf({ times }: FoundActivity, timeZone: string): ActivityArrival['times'] | null {
  const read = new Map<number, { startsAt: Date; endsAt: Date }>()
  for (const [begins, ends] of times) {
    const [startsAt, said] = [instantOf(begins, timeZone), instantOf(ends, timeZone)]
    if (!startsAt || !said) return null
    const endsAt = said > startsAt ? said : dayAfter(said, timeZone)
    if (endsAt > startsAt) read.set(startsAt.getTime(), { startsAt, endsAt })
  }
  return [...read.values()].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

function dayAfter(at: Date, timeZone: string): Date {
  const next = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .add({ days: 1 })
  return new Date(next.epochMilliseconds)
}

/** What systems and cities call the same subject: a record and a theme that both hold a word of one line meet there. */
const subjects = [
  [
    'environnement',
    'nature',
    'climat',
    'jardin',
    'ecologie',
    'proprete',
    'ambiente',
    'costa',
    'cadre de vie',
  ],
  ['solidarite', 'insertion', 'social', 'humanitaire', 'sante', 'entraide', 'care', 'vivienda'],
  ['sport', 'danse', 'randonnee', 'jeunesse'],
  [
    'culture',
    'concert',
    'exposition',
    'theatre',
    'cinema',
    'film',
    'ecrans',
    'musique',
    'litterature',
    'patrimoine',
    'conference',
    'visite',
    'cultura',
  ],
  ['education', 'ecole', 'enfant', 'enfance', 'soutien scolaire', 'educacion'],
  ['velo', 'mobilite', 'deplacement', 'circulation', 'movilidad'],
  ['democratie', 'debat', 'citoyen', 'vie locale', 'associations'],
].map((words) => words.map(skeleton))

function themesOf(said: string[], { themes }: Tenant): string[] {
  const words = said.filter((word) => word.length < 200).map(skeleton)
  const meant = subjects.filter((line) => words.some((word) => line.some((one) => word.includes(one))))
  return themes
    .filter(({ id, name }) => {
      const names = [id, ...Object.values(name)].map(skeleton)
      return (
        words.some((word) => names.includes(word)) ||
        meant.some((line) => line.some((one) => names.some((own) => own.includes(one))))
      )
    })
    .map(({ id }) => id)
    .slice(0, 3)
}
