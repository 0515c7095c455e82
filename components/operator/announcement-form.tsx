import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormRadios, FormTick, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ownNames } from '@/lib/i18n/own-names'
import { tell } from '@/lib/operator/announcements/actions'
import type { NamedCity } from '@/lib/operator/announcements/queries'
import { onOperatorsClock } from '@/lib/operator/announcements/rules'
import { announcementKinds } from '@/lib/tenancy/announcements/rules'
import { locales } from '@/tenants/tenant'

/** Something to say to all cities or some. */
export async function AnnouncementForm({ cities, now }: { cities: NamedCity[]; now: Date }) {
  const t = await getTranslations('operator.announcements')
  const written = locales.flatMap((locale) =>
    (['title', 'text'] as const).map((part) => [
      `${part}_${locale}`,
      `${t(part === 'title' ? 'heading' : 'text')} (${ownNames[locale]})`,
    ]),
  )
  const labels: Record<string, string> = {
    ...Object.fromEntries(written),
    ...{ kind: t('kind'), whom: t('whom'), cities: t('some'), from: t('from'), until: t('until') },
  }
  return (
    <Card>
      <ActionForm
        action={tell}
        words={await formWords()}
        labels={labels}
        refusals={{ languages_missing: t('missing') }}
        className="space-y-6"
      >
        <FormRadios
          name="kind"
          label={t('kind')}
          choices={announcementKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          value="maintenance"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <FormInput name="from" type="datetime-local" label={t('from')} value={onOperatorsClock(now, 0)} />
          <FormInput
            name="until"
            type="datetime-local"
            label={t('until')}
            value={onOperatorsClock(now, 24)}
          />
        </div>
        <Whom cities={cities} words={{ whom: t('whom'), all: t('allCities'), some: t('some') }} />
        <FormTick name="public" label={t('public')} hint={t('publicHint')} />
        {locales.map((locale) => (
          <fieldset key={locale} lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'} className="space-y-4">
            <legend className="text-lg font-bold">{ownNames[locale]}</legend>
            <FormInput name={`title_${locale}`} label={t('heading')} />
            <FormArea name={`text_${locale}`} label={t('text')} rows={2} />
          </fieldset>
        ))}
        <SubmitButton>{t('go')}</SubmitButton>
      </ActionForm>
    </Card>
  )
}

type Words = { whom: string; all: string; some: string }

function Whom({ cities, words }: { cities: NamedCity[]; words: Words }) {
  return (
    <>
      <FormRadios
        name="whom"
        label={words.whom}
        choices={[
          { value: 'all', label: words.all },
          { value: 'some', label: words.some },
        ]}
        value="all"
      />
      <fieldset className="max-h-64 overflow-y-auto rounded-control border border-line px-4 py-2">
        <legend className="px-1 text-base text-muted">{words.some}</legend>
        <div className="grid sm:grid-cols-2 lg:grid-cols-3">
          {cities.map(({ id, name }) => (
            <Checkbox key={id} id={`ville-${id}`} name="cities" value={id} label={name} />
          ))}
        </div>
      </fieldset>
    </>
  )
}
