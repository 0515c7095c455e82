import { getFormatter, getTranslations } from 'next-intl/server'
import type { LoggedSubject } from '@/lib/people/exports/rules'

type Logged = {
  id: string
  by: string | null
  subject: LoggedSubject
  fields: string[]
  reason: string
  askedAt: Date
  fetchedAt: Date | null
  rowCount: number | null
  digest: string | null
}

/** Who took which personal data out, when and why, and how to know the file again. */
export async function ExportLog({ exports }: { exports: Logged[] }) {
  const t = await getTranslations('privacy')
  const format = await getFormatter()
  if (exports.length === 0) return <p className="text-muted">{t('log.none')}</p>
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <ul className="divide-y divide-line border-y border-line">
      {exports.map(({ id, by, subject, fields, reason, askedAt, fetchedAt, rowCount, digest }) => (
        <li key={id} className="py-5">
          <p className="font-bold">
            {t(`subjects.${subject}`)} · {moment(askedAt)}
          </p>
          <p className="mt-1">
            {t('log.by', { name: by ?? t('log.left') })}{' '}
            {fetchedAt
              ? t('log.fetched', { at: moment(fetchedAt), count: rowCount ?? 0 })
              : t('log.notFetched')}
          </p>
          <p className="mt-1 text-muted">
            {fields.map((field) => t(`fields.${field}` as 'fields.name')).join(', ')}
          </p>
          <blockquote dir="auto" className="mt-3 border-s-4 border-line ps-4 whitespace-pre-line">
            {reason}
          </blockquote>
          {digest && (
            <p dir="ltr" className="mt-3 text-start text-sm wrap-anywhere text-muted">
              SHA-256 {digest}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
