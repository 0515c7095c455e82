import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { localized } from '@/lib/i18n/localized'
import { answerPlace } from '@/lib/ideas/deposit/actions'
import type { Site } from '@/lib/tenancy/site'
import { linkTo } from './linked'
import { PlaceChoice } from './place-choice'
import { PlaceMap } from './place-map'

type Draft = {
  id: string
  placeKind: string | null
  districtCode: string | null
  secondDistrictCode: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
}

export async function PlaceForm({ site, draft, ownHref }: { site: Site; draft: Draft; ownHref: string }) {
  const { tenant, locale } = site
  const t = await getTranslations('deposit')
  const districtWord = localized(tenant.territory.districtWord, locale, tenant)
  const districtLabel = districtWord.charAt(0).toLocaleUpperCase(locale) + districtWord.slice(1)
  const districts = tenant.territory.districts.map(({ code, name, outline }) => ({
    code,
    name: localized(name, locale, tenant),
    outline,
  }))
  const at = draft.latitude === null ? null : { latitude: draft.latitude, longitude: draft.longitude! }
  return (
    <ActionForm
      action={answerPlace}
      words={await formWords()}
      labels={{
        placeKind: t('place.label'),
        districtCode: districtLabel,
        secondDistrictCode: t('place.secondLabel'),
        address: t('place.addressLabel'),
        latitude: t('place.marker'),
      }}
      refusals={{ not_there: t.rich('gone', { link: linkTo(ownHref) }) }}
      className="space-y-8"
    >
      <input type="hidden" name="ideaId" value={draft.id} />
      <PlaceChoice
        label={t('place.label')}
        hint={t('place.hint')}
        value={draft.placeKind ?? undefined}
        choices={[
          { value: 'city', label: t('place.city') },
          {
            value: 'district',
            label: districtLabel,
            hint: t('place.districtHint'),
            more: <DistrictFields draft={draft} districts={districts} />,
          },
          {
            value: 'address',
            label: t('place.address'),
            more: (
              <FormInput
                name="address"
                label={t('place.addressLabel')}
                hint={t('place.addressHint')}
                value={draft.address ?? undefined}
                autoComplete="street-address"
              />
            ),
          },
          {
            value: 'point',
            label: t('place.point'),
            more: <PlaceMap territory={mapOf(tenant.territory, districts)} at={at} words={mapWords()} />,
            needsScript: true,
          },
        ]}
      />
      <SubmitButton size="large">{t('next')}</SubmitButton>
    </ActionForm>
  )

  function mapWords() {
    return {
      map: t('place.mapLabel'),
      zoomIn: t('place.zoomIn'),
      zoomOut: t('place.zoomOut'),
      help: t('place.mapHelp'),
      placeHere: t('place.placeHere'),
      placed: t('place.placed', { name: '{name}' }),
      outside: t('place.outside'),
      none: t('place.none'),
      failed: t('place.mapFailed'),
    }
  }
}

async function DistrictFields({
  draft,
  districts,
}: {
  draft: Draft
  districts: { code: string; name: string }[]
}) {
  const t = await getTranslations('deposit')
  const choices = districts.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <div className="space-y-4">
      <FormSelect
        name="districtCode"
        label={t('place.districtLabel')}
        empty={t('place.districtEmpty')}
        value={draft.districtCode ?? undefined}
        choices={choices}
      />
      <FormSelect
        name="secondDistrictCode"
        label={t('place.secondLabel')}
        hint={t('place.secondHint')}
        optional={t('place.secondOptional')}
        empty={t('place.secondEmpty')}
        value={draft.secondDistrictCode ?? undefined}
        choices={choices}
      />
    </div>
  )
}

function mapOf<D>({ centre, zoom, tiles }: Site['tenant']['territory'], districts: D[]) {
  return { centre, zoom, tiles, districts }
}
