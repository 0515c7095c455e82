import { getTranslations } from 'next-intl/server'
import { FormArea, FormInput, FormRadios, FormSelect } from '@/components/forms/form-fields'
import { organisationKinds, organisationLimits } from '@/lib/agir/organisations/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { ThemeTicks } from './theme-ticks'

export type Detailed = {
  kind: string
  name: string
  summary: string
  themeIds: string[]
  districtCode: string | null
  website: string | null
}

export async function detailLabels(site: Pick<Site, 'tenant' | 'locale'>): Promise<Record<string, string>> {
  const t = await getTranslations('agirOrganisations.form')
  return {
    kind: t('kind'),
    name: t('name'),
    summary: t('summary'),
    themeIds: t('themes'),
    districtCode: districtWord(site),
    website: t('website'),
    story: t('story'),
    address: t('address'),
    publicEmail: t('publicEmail'),
  }
}

function districtWord({ tenant, locale }: Pick<Site, 'tenant' | 'locale'>): string {
  const word = localized(tenant.territory.districtWord, locale, tenant)
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
}

/** Who they are, what for, where: asked alike of those who begin and of those who come back to it. */
export async function DetailFields({ site, one }: { site: Pick<Site, 'tenant' | 'locale'>; one?: Detailed }) {
  const { tenant, locale } = site
  const t = await getTranslations('agirOrganisations')
  return (
    <>
      <FormInput
        name="name"
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={one?.name}
        maxLength={organisationLimits.name.max}
        autoComplete="organization"
        required
      />
      <FormRadios
        name="kind"
        label={t('form.kind')}
        value={one?.kind}
        required
        choices={organisationKinds.map((value) => ({
          value,
          label: t(`kinds.${value}`),
          hint: t(`kindHints.${value}`),
        }))}
      />
      <FormArea
        name="summary"
        label={t('form.summary')}
        hint={t('form.summaryHint')}
        value={one?.summary}
        rows={3}
        maxLength={organisationLimits.summary.max}
        required
      />
      <ThemeTicks
        legend={t('form.themes')}
        hint={t('form.themesHint', { count: organisationLimits.themes })}
        chosen={one?.themeIds ?? []}
        choices={tenant.themes.map(({ id, name }) => ({ value: id, label: localized(name, locale, tenant) }))}
      />
      <FormSelect
        name="districtCode"
        label={districtWord(site)}
        empty={t('wholeCity')}
        value={one?.districtCode ?? undefined}
        choices={tenant.territory.districts.map(({ code, name }) => ({
          value: code,
          label: localized(name, locale, tenant),
        }))}
      />
      <FormInput
        name="website"
        type="url"
        dir="ltr"
        label={t('form.website')}
        optional={t('form.optional')}
        value={one?.website ?? undefined}
        maxLength={300}
      />
    </>
  )
}
