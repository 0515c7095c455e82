import { getTranslations } from 'next-intl/server'
import { PlaceMap } from '@/components/deposit/place-map'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import type { Choice } from '@/components/ui/select'
import { localized } from '@/lib/i18n/localized'
import { add } from '@/lib/notifications/interests/actions'
import { radii } from '@/lib/notifications/interests/rules'
import type { Site } from '@/lib/tenancy/site'

type Kind = 'theme' | 'district'

/** One more theme or district to follow, among those not followed yet. */
export async function AddInterest({
  kind,
  label,
  choices,
}: {
  kind: Kind
  label: string
  choices: Choice[]
}) {
  const t = await getTranslations('notifications.followed')
  if (choices.length === 0) return null
  return (
    <ActionForm
      action={add}
      words={await formWords()}
      labels={{ value: label }}
      refusals={{
        too_many_followed: t('refusals.too_many_followed'),
        not_there: t('refusals.not_there'),
      }}
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <input type="hidden" name="kind" value={kind} />
      <FormSelect id={kind} name="value" label={label} choices={choices} empty={t('choose')} />
      <SubmitButton variant="secondary" icon={<Icon name="bell" />}>
        {t('follow')}
      </SubmitButton>
    </ActionForm>
  )
}

export async function AddPlace({ site: { tenant, locale } }: { site: Site }) {
  const t = await getTranslations('notifications.followed')
  const { centre, zoom, tiles } = tenant.territory
  const districts = tenant.territory.districts.map(({ code, name, outline }) => ({
    code,
    name: localized(name, locale, tenant),
    outline,
  }))
  return (
    <ActionForm
      action={add}
      words={await formWords()}
      labels={{ latitude: t('marker'), radiusMetres: t('radius') }}
      refusals={{
        too_many_followed: t('refusals.too_many_followed'),
        not_there: t('refusals.not_there'),
      }}
      className="grid gap-5"
    >
      <input type="hidden" name="kind" value="place" />
      <PlaceMap territory={{ centre, zoom, tiles, districts }} at={null} words={await mapWords()} />
      <FormSelect
        name="radiusMetres"
        label={t('radius')}
        value="1000"
        choices={radii.map((metres) => ({ value: String(metres), label: t('metres', { metres }) }))}
        className="max-w-60"
      />
      <div>
        <SubmitButton variant="secondary" icon={<Icon name="bell" />}>
          {t('followPlace')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

async function mapWords() {
  const t = await getTranslations('deposit.place')
  return {
    map: t('mapLabel'),
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    help: t('mapHelp'),
    placeHere: t('placeHere'),
    placed: t('placed', { name: '{name}' }),
    outside: t('outside'),
    none: t('none'),
    failed: t('mapFailed'),
  }
}
