import { z } from 'zod'
import { flag, type FoundActivity, free, nothing, text } from '../found/input'
import { unmarked } from './rules'

const timesIn = (joined: string, between: string) =>
  joined
    .split(';')
    .map((pair) => pair.trim().split(between))
    .filter((pair): pair is [string, string] => pair.length === 2)

/** An event of OpenAgenda, as Opendatasoft hands it out. */
export const OpenAgenda = z
  .object({
    fields: z.object({
      uid: z.union([z.string().min(1), z.number()]).transform(String),
      title: z.string(),
      description: text,
      free_text: text,
      lang: text,
      placename: text,
      address: text,
      latlon: z.tuple([z.number(), z.number()]).nullish(),
      link: text,
      pricing_info: text,
      tags: text,
      timetable: text,
    }),
  })
  .transform(({ fields }): FoundActivity => ({
    ...nothing,
    id: fields.uid,
    kind: 'event',
    title: fields.title,
    summary: fields.description,
    body: unmarked(fields.free_text) || fields.description,
    subjects: [...fields.tags.split(','), fields.title],
    language: fields.lang,
    place: fields.placename,
    address: fields.address,
    latitude: fields.latlon?.[0] ?? null,
    longitude: fields.latlon?.[1] ?? null,
    url: fields.link,
    price: fields.pricing_info,
    times: timesIn(fields.timetable, ' '),
    licence: 'Licence Ouverte 2.0',
  }))

/** An event as cities publish their own agenda through Opendatasoft. */
export const CityAgenda = z
  .object({
    id: z.union([z.string().min(1), z.number()]).transform(String),
    url: text,
    title: z.string(),
    lead_text: text,
    description: text,
    occurrences: text,
    tags: z.array(z.string()).nullish(),
    address_name: text,
    address_street: text,
    address_zipcode: text,
    address_city: text,
    lat_lon: z.object({ lat: z.number(), lon: z.number() }).nullish(),
    pmr: flag,
    blind: flag,
    deaf: flag,
    price_type: text,
    price_detail: text,
    access_link: text,
    access_type: text,
    locale: text,
  })
  .transform((event): FoundActivity => ({
    ...nothing,
    id: event.id,
    kind: 'event',
    title: event.title,
    summary: event.lead_text,
    body: event.description,
    subjects: event.tags ?? [],
    language: event.locale,
    place: event.address_name,
    address: [event.address_street, event.address_zipcode, event.address_city].filter(Boolean).join(' '),
    latitude: event.lat_lon?.lat ?? null,
    longitude: event.lat_lon?.lon ?? null,
    url: event.url,
    registerUrl: event.access_type === 'non' ? '' : event.access_link,
    price: event.price_type === 'gratuit' ? free : event.price_detail || event.price_type,
    accessible: { mobility: event.pmr, hearing: event.deaf, sight: event.blind },
    times: timesIn(event.occurrences, '_'),
    licence: 'ODbL 1.0',
  }))
