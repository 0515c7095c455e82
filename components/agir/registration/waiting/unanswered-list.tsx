import { getFormatter, getTranslations } from 'next-intl/server'
import { ActivityCard } from '@/components/agir/finding/activity-card'
import { Notice } from '@/components/ui/notice'
import type { Unanswered } from '@/lib/agir/registrations/waiting/queries'
import { currentHref } from '@/lib/tenancy/current-site'

/** What was asked and waits for an answer: until when, and what else there is where none came. */
export async function UnansweredList({ asked }: { asked: Unanswered[] }) {
  if (asked.length === 0) return null
  const t = await getTranslations('agirWaiting')
  return (
    <section aria-labelledby="sans-reponse" className="mb-12">
      <h2 id="sans-reponse" className="mb-4 text-xl">
        {t('title')}
      </h2>
      <div className="space-y-6">
        {asked.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </div>
    </section>
  )
}

async function One({ one }: { one: Unanswered }) {
  const [t, href, format] = await Promise.all([getTranslations('agirWaiting'), currentHref(), getFormatter()])
  const day = format.dateTime(one.until, { dateStyle: 'long', timeStyle: 'short' })
  const isWaiting = one.state === 'pending'
  return (
    <div>
      <Notice
        tone={isWaiting ? 'info' : 'warn'}
        title={
          <a href={href(`/activites/${one.slug}`)} dir="auto">
            {one.title}
          </a>
        }
      >
        <p>{t(isWaiting ? 'until' : 'lapsed', { date: day })}</p>
        {isWaiting && one.answersIn !== null && one.organisation && (
          <p>{t('usually', { name: one.organisation, days: one.answersIn })}</p>
        )}
      </Notice>
      {one.others.length > 0 && (
        <>
          <h3 className="mt-4 mb-2 text-lg md:text-lg">{t('others', { count: one.others.length })}</h3>
          <ul className="grid gap-4 lg:grid-cols-3">
            {one.others.map((other) => (
              <li key={other.slug} className="flex">
                <ActivityCard activity={other} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
