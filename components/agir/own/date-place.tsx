import { getTranslations } from 'next-intl/server'
import { FormInput, FormSelect } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import type { OwnActivity } from '@/lib/agir/activities/own/queries'
import { holdElsewhere } from '@/lib/agir/dates/placing/actions'
import { hasOwnPlace, placesIn } from '@/lib/agir/dates/placing/rules'
import type { PublicDate } from '@/lib/agir/dates/queries'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'
import { DateForm } from './date-form'
import { Reason } from './date-reason'

/** Where this date is held, as it is or as it is wished to be; emptied, it is held where its activity is. */
export async function DatePlaceForm({ date, activity }: { date: PublicDate; activity: OwnActivity }) {
  const [t, place, { tenant, locale }] = await Promise.all([
    getTranslations('agirChange'),
    getTranslations('agirOffer.place'),
    currentSite(),
  ])
  const { districts, districtWord } = tenant.territory
  const word = localized(districtWord, locale, tenant)
  const district = word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
  const wished = placesIn(activity.revision?.wish)[date.id]
  const held = wished ?? date
  const usual = [activity.placeLabel, activity.address].filter(Boolean).join(', ')
  const labels = { placeLabel: place('label'), address: place('address'), districtCode: district }
  return (
    <DateForm
      action={holdElsewhere}
      dateId={date.id}
      labels={{ ...labels, reason: t('reason') }}
      submit={t('place.submit')}
    >
      {wished && <Notice title={t('place.waits')} />}
      <p className="text-muted">{t.rich('place.text', { place: () => <bdi>{usual}</bdi> })}</p>
      <FormInput name="placeLabel" label={labels.placeLabel} value={held.placeLabel ?? undefined} />
      <FormInput
        name="address"
        label={labels.address}
        optional={place('optional')}
        value={held.address ?? undefined}
      />
      <FormSelect
        name="districtCode"
        label={district}
        empty={place('choose')}
        value={(hasOwnPlace(held) ? held.districtCode : activity.districtCode) ?? undefined}
        choices={districts.map(({ code, name }) => ({ value: code, label: localized(name, locale, tenant) }))}
      />
      <Reason id="place-reason" optional />
    </DateForm>
  )
}
