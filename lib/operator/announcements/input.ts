import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { usualZone } from '../../../tenants/blueprints/offered'
import { locales } from '../../../tenants/tenant'
import { announcementKinds, type Said } from '../../tenancy/announcements/rules'
import { lineOfText, plainText } from '../../text'

const many = z.preprocess(
  (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
  z.array(z.string().max(60)).max(5000),
)

/** A day and an hour as the browser writes them, read on the operator's clock. */
const moment = z.string('required').transform((written, context) => {
  try {
    const said = Temporal.PlainDateTime.from(written)
    return new Date(said.toZonedDateTime(usualZone).epochMilliseconds)
  } catch {
    context.addIssue({ code: 'custom', message: 'moment' })
    return z.NEVER
  }
})

const [title, body] = [lineOfText({ max: 120 }), plainText({ max: 600 })]
const languages = {
  ...{ title_fr: title, text_fr: body, title_en: title, text_en: body },
  ...{ title_es: title, text_es: body, title_ar: title, text_ar: body },
}

const Sent = z.object({
  kind: z.enum(announcementKinds),
  whom: z.enum(['all', 'some']),
  cities: many,
  public: z.literal('on').optional(),
  from: moment,
  until: moment,
  ...languages,
})

/** An announcement, whole: a language is written with its title and its text, or not at all. */
export const NewAnnouncement = Sent.transform(({ kind, whom, cities, from, until, ...sent }, context) => {
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message })
    return z.NEVER
  }
  const written = locales.filter((locale) => sent[`title_${locale}`] || sent[`text_${locale}`])
  if (written.length === 0) return refuse('title_fr', 'required')
  for (const locale of written)
    for (const part of ['title', 'text'] as const)
      if (!sent[`${part}_${locale}`]) return refuse(`${part}_${locale}`, 'required')
  if (until <= from) return refuse('until', 'days_in_order')
  if (whom === 'some' && cities.length === 0) return refuse('cities', 'choice_required')
  const texts: Said = Object.fromEntries(
    written.map((locale) => [locale, { title: sent[`title_${locale}`], text: sent[`text_${locale}`] }]),
  )
  const isPublic = sent.public === 'on'
  return { kind, texts, cities: whom === 'all' ? null : cities, isPublic, fromAt: from, untilAt: until }
})
export type NewAnnouncement = z.output<typeof NewAnnouncement>

export const OneAnnouncement = z.object({ announcement: z.uuid() })
