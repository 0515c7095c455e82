import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import type { Filters } from '@/lib/ideas/listing/rules'
import { follow } from '@/lib/notifications/interests/actions'
import type { Site } from '@/lib/tenancy/site'

type Way = { name: string; fields: Record<string, string | number> }
type Narrowed = Pick<Filters, 'themes' | 'districts' | 'near'>

/** What the list is narrowed to, to be told of from now on: each theme, district or surroundings by a press of its own. */
export async function FollowHere({
  filters,
  also = [],
  site: { tenant, locale },
}: {
  filters: Narrowed
  /** What the page itself is about, offered first. */
  also?: Way[]
  site: Pick<Site, 'tenant' | 'locale'>
}) {
  const t = await getTranslations('notifications.followed')
  const words = await formWords()
  const refusals = {
    too_many_followed: t('refusals.too_many_followed'),
    not_there: t('refusals.not_there'),
  }
  const { themes, districts, near } = filters
  const ways: Way[] = [
    ...also,
    ...tenant.themes
      .filter(({ id }) => themes.includes(id))
      .map(({ id, name }) => ({
        name: localized(name, locale, tenant),
        fields: { kind: 'theme', value: id },
      })),
    ...tenant.territory.districts
      .filter(({ code }) => districts.includes(code))
      .map(({ code, name }) => ({
        name: localized(name, locale, tenant),
        fields: { kind: 'district', value: code },
      })),
    ...(near?.districtCode
      ? [
          {
            name: t('near', { metres: 1000 }),
            fields: {
              kind: 'place',
              latitude: near.latitude,
              longitude: near.longitude,
              radiusMetres: 1000,
            },
          },
        ]
      : []),
  ]
  if (ways.length === 0) return null
  return (
    <div className="mb-4 flex flex-wrap gap-2">
      {ways.map(({ name, fields }) => (
        <ActionForm
          key={name}
          action={follow}
          words={words}
          refusals={refusals}
          done={t('following', { name })}
        >
          {Object.entries(fields).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <SubmitButton variant="secondary" size="small" icon={<Icon name="bell" />}>
            {t('followWhat', { name })}
          </SubmitButton>
        </ActionForm>
      ))}
    </div>
  )
}
