import { getTranslations } from 'next-intl/server'
import type { AskedConsent } from '@/lib/agir/registrations/guardians/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { DatedSubject } from './dated-subject'

/** What the minor would do, where, with whom, and what is known of everybody. */
export async function ConsentSubject({ asked }: { asked: AskedConsent }) {
  const [t, href, { tenant }] = await Promise.all([
    getTranslations('agirGuests.consent'),
    currentHref(),
    currentSite(),
  ])
  const isOnline = asked.attendance === 'online' || asked.dateState === 'moved_online'
  const place = isOnline ? t('online') : (asked.otherPlace ?? asked.placeLabel ?? asked.address)
  const facts = [
    [t('who'), asked.name],
    [t('where'), place],
    [t('organiser'), asked.organisation],
    [t('party'), asked.party > 1 ? String(asked.party) : null],
    [t('said'), asked.note],
  ] as const
  return (
    <div className="space-y-6">
      <DatedSubject subject={asked} />
      <p lang={asked.locale} dir="auto">
        {asked.summary}
      </p>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[max-content_1fr]">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt className="font-bold">{name}</dt>
                <dd dir="auto" className="wrap-anywhere">
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
      {asked.slug && (
        <p>
          <a href={href(`/activites/${asked.slug}`)} className="inline-flex min-h-11 items-center">
            {t('page')}
          </a>
        </p>
      )}
      <p className="text-base text-muted">{t('known', { email: tenant.contact.email })}</p>
    </div>
  )
}
