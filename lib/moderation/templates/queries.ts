import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { templates } from '../../../drizzle/schema'
import { inTenant } from '../../db'

const told = {
  id: templates.id,
  code: templates.code,
  locale: templates.locale,
  title: templates.title,
  body: templates.body,
}

/** The city's own beginnings of letters; in one language, or in all of them. */
export function listTemplates(tenant: { id: string }, locale?: string) {
  return inTenant(tenant, (db) =>
    db
      .select(told)
      .from(templates)
      .where(locale ? eq(templates.locale, locale) : undefined)
      .orderBy(asc(templates.locale), asc(templates.title))
      .limit(200),
  )
}
export type LetterTemplate = Awaited<ReturnType<typeof listTemplates>>[number]
