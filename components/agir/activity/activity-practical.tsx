import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/components/ideas/section'
import { WrittenText } from '@/components/ideas/written-text'
import type { PublicActivity } from '@/lib/agir/activities/queries'
import { currentSite } from '@/lib/tenancy/current-site'

/** What to know before coming: for whom, in which language, what it costs, what to bring. */
export async function ActivityPractical({ activity }: { activity: PublicActivity }) {
  const { locale } = await currentSite()
  const t = await getTranslations('agirActivity.practical')
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const spoken = new Intl.ListFormat(locale).format(activity.spoken.map((one) => languages.of(one) ?? one))
  const isSaid = activity.origin === null || activity.claimedAt !== null || activity.minors === 'excluded'
  const ages = [
    activity.minAge ? t('fromAge', { age: activity.minAge }) : null,
    isSaid ? t(`minors.${activity.minors}`) : null,
  ].filter(Boolean)
  return (
    <Section id="pratique" title={t('title')}>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[11rem_1fr]">
        {(ages.length > 0 || activity.welcomesNewcomers) && (
          <Fact name={t('who')}>
            {ages.join(' ')}
            {activity.welcomesNewcomers && <span className="block">{t('newcomers')}</span>}
          </Fact>
        )}
        {(isSaid || activity.kind !== 'event') && (
          <Fact name={t('commitment')}>{t(`commitments.${activity.commitment}`)}</Fact>
        )}
        {spoken && <Fact name={t('languages')}>{spoken}</Fact>}
        <Fact name={t('price')}>
          <bdi>{activity.price === '' ? t('notSaid') : (activity.price ?? t('free'))}</bdi>
        </Fact>
      </dl>
      {activity.practical && (
        <div className="mt-6">
          <WrittenText
            text={activity.practical}
            lang={activity.locale === locale ? undefined : activity.locale}
          />
        </div>
      )}
    </Section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
