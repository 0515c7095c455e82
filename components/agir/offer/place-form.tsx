import { getTranslations } from 'next-intl/server'
import { FormInput, FormRadios, FormSelect } from '@/components/forms/form-fields'
import { answerPlace } from '@/lib/agir/activities/answers/actions'
import { type Accessibility, attendanceModes } from '@/lib/agir/activities/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { AccessFields } from './access-fields'
import { OfferForm } from './offer-form'
import { PointField } from './point-field'

type Draft = {
  id: string
  attendance: string
  placeLabel: string | null
  address: string | null
  districtCode: string | null
  latitude: number | null
  longitude: number | null
  onlineUrl: string | null
  accessibility: Accessibility
  accessNote: string | null
}

/** There, from afar or both; where exactly; and who can get in. */
export async function PlaceForm({ site, draft, isEdit }: { site: Site; draft: Draft; isEdit?: boolean }) {
  const t = await getTranslations('agirOffer.place')
  const { territory } = site.tenant
  const districts = territory.districts.map(({ code, name, outline }) => ({
    code,
    outline,
    name: localized(name, site.locale, site.tenant),
  }))
  const { centre, zoom, tiles } = territory
  const at = draft.latitude === null ? null : { latitude: draft.latitude, longitude: draft.longitude! }
  const word = localized(territory.districtWord, site.locale, site.tenant)
  const districtLabel = word.charAt(0).toLocaleUpperCase(site.locale) + word.slice(1)
  const labels = { attendance: t('attendance'), placeLabel: t('label'), districtCode: districtLabel }
  return (
    <OfferForm
      action={answerPlace}
      labels={{
        ...labels,
        address: t('address'),
        point: t('coordinates'),
        onlineUrl: t('link'),
        accessNote: t('accessNote'),
      }}
      activityId={draft.id}
      isEdit={isEdit}
    >
      <FormRadios
        name="attendance"
        label={t('attendance')}
        value={draft.attendance}
        required
        choices={attendanceModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
      />
      <div className="space-y-8 group-has-[[name=attendance][value=online]:checked]:hidden">
        <FormInput
          name="placeLabel"
          label={t('label')}
          hint={t('labelHint')}
          value={draft.placeLabel ?? undefined}
        />
        <FormInput
          name="address"
          label={t('address')}
          optional={t('optional')}
          value={draft.address ?? undefined}
          autoComplete="street-address"
        />
        <FormSelect
          name="districtCode"
          label={districtLabel}
          empty={t('choose')}
          value={draft.districtCode ?? undefined}
          choices={districts.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <PointField territory={{ centre, zoom, tiles, districts }} at={at} title={t('point')} />
        <AccessFields accessibility={draft.accessibility} note={draft.accessNote} />
      </div>
      <div className="group-has-[[name=attendance][value=on\_site]:checked]:hidden">
        <FormInput
          name="onlineUrl"
          type="url"
          label={t('link')}
          hint={t('linkHint')}
          value={draft.onlineUrl ?? undefined}
        />
      </div>
    </OfferForm>
  )
}
