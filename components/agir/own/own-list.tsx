import { getFormatter, getTranslations } from 'next-intl/server'
import type { OwnListed } from '@/lib/agir/activities/own/queries'
import { OwnStateTag } from './own-state'

/** What one organises: where each stands, and when it next takes place. */
export async function OwnList({ own }: { own: (OwnListed & { href: string })[] }) {
  const [t, format] = await Promise.all([getTranslations('agirOwn'), getFormatter()])
  return (
    <ul className="divide-y divide-line border-y border-line">
      {own.map(({ href, title, organisation, nextAt, ...one }) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
          <div className="min-w-60 flex-1">
            <a
              href={href}
              dir="auto"
              className="inline-flex min-h-11 items-center text-lg font-bold wrap-anywhere"
            >
              {title}
            </a>
            <p className="text-base text-muted">
              {[
                organisation,
                nextAt &&
                  t('next', { date: format.dateTime(nextAt, { dateStyle: 'long', timeStyle: 'short' }) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <OwnStateTag activity={one} />
        </li>
      ))}
    </ul>
  )
}
