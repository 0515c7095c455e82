import { getTranslations } from 'next-intl/server'
import type { Announcement } from '@/lib/agir/announcements/queries'
import { momentWords } from '../messages/words'

/** What those who organise told everyone who comes, the last first. */
export async function AnnouncementList({ announcements }: { announcements: Announcement[] }) {
  const [t, moment] = await Promise.all([getTranslations('agirAnnouncing'), momentWords()])
  return (
    <ol className="space-y-5">
      {announcements.map(({ id, body, at, occurrenceId }) => (
        <li key={id} className="border-s-4 border-action ps-4">
          <p className="text-base text-muted">
            <time dateTime={at.toISOString()}>{moment(at)}</time>
            {' · '}
            {t(occurrenceId ? 'ofDate' : 'ofSeries')}
          </p>
          <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
            {body}
          </p>
        </li>
      ))}
    </ol>
  )
}
