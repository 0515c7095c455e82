import { getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import { Icon, NamedIcon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { ActivityKind } from '@/lib/agir/activities/rules'
import type { Timing } from '@/lib/agir/schedules/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { ruleWords } from '../dates/rule-words'

type Previewed = {
  title: string
  kind: ActivityKind
  summary: string
  body: string
  practical: string
  locale: string
  themeIds: string[]
  attendance: string
  placeLabel: string | null
  address: string | null
  districtCode: string | null
}

/** An activity as its page will show it. */
export async function ActivityPreview({
  site: { tenant, locale },
  activity,
  timings,
}: {
  site: Site
  activity: Previewed
  timings: (Timing & { id: string })[]
}) {
  const [t, say] = await Promise.all([getTranslations('agirActivity'), ruleWords()])
  const district = tenant.territory.districts.find(({ code }) => code === activity.districtCode)
  const place = [activity.placeLabel, activity.address, district && localized(district.name, locale, tenant)]
  const themes = tenant.themes.filter(({ id }) => activity.themeIds.includes(id))
  return (
    <article
      lang={activity.locale === locale ? undefined : activity.locale}
      className="space-y-5 rounded-card border border-line bg-paper p-5 md:p-8"
    >
      <h2 dir="auto" className="text-2xl wrap-anywhere">
        {activity.title}
      </h2>
      <p className="flex flex-wrap gap-2">
        <Tag tone="action">{t(`kinds.${activity.kind}`)}</Tag>
        {themes.map(({ id, icon, name }) => (
          <Tag key={id} icon={<NamedIcon name={icon} />}>
            {localized(name, locale, tenant)}
          </Tag>
        ))}
      </p>
      <ul className="space-y-2">
        {timings.map((timing) => (
          <li key={timing.id} className="flex items-start gap-2">
            <Icon name="calendar" className="mt-1" />
            {say(timing)}
          </li>
        ))}
        <li className="flex items-start gap-2">
          <Icon name={activity.attendance === 'online' ? 'monitor' : 'map-pin'} className="mt-1" />
          <bdi>{activity.attendance === 'online' ? t('online') : place.filter(Boolean).join(', ')}</bdi>
        </li>
      </ul>
      <p dir="auto" className="font-bold">
        {activity.summary}
      </p>
      <WrittenText text={activity.body} />
      {activity.practical && <WrittenText text={activity.practical} />}
    </article>
  )
}
