import { getTranslations } from 'next-intl/server'
import { PointField } from '@/components/agir/offer/point-field'
import { TickGroup } from '@/components/agir/offer/tick-group'
import { FormArea, FormInput, FormSelect } from '@/components/forms/form-fields'
import { answerPlace, answerStory, answerSubject } from '@/lib/agir/initiatives/answers/actions'
import { initiativeLimits, type InitiativeWords } from '@/lib/agir/initiatives/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { StepForm } from './step-frame'

type Draft = InitiativeWords & { id: string; organisationId: string | null }
type Shown = { site: Site; draft: Draft; isEdit?: boolean }

/** What it is called, what it is in a line, what it is about, and who keeps it. */
export async function SubjectForm({
  site: { tenant, locale },
  draft,
  voices,
  isEdit,
}: Omit<Shown, 'draft'> & { draft?: Draft; voices: { id: string; name: string }[] }) {
  const t = await getTranslations('agirInitiatives.subject')
  return (
    <StepForm
      action={answerSubject}
      labels={{ title: t('title'), summary: t('summary'), theme: t('themes'), organiser: t('organiser') }}
      initiativeId={draft?.id}
      isEdit={isEdit}
    >
      <FormInput
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        value={draft?.title}
        maxLength={initiativeLimits.title.max}
        required
        autoComplete="off"
      />
      <FormArea
        name="summary"
        label={t('summary')}
        hint={t('summaryHint')}
        value={draft?.summary}
        rows={3}
        maxLength={initiativeLimits.summary.max}
        required
      />
      <TickGroup
        name="theme"
        label={t('themes')}
        hint={t('themesHint', { max: initiativeLimits.themes })}
        choices={tenant.themes.map(({ id, name }) => ({ value: id, label: localized(name, locale, tenant) }))}
        values={draft?.themeIds ?? []}
        columns
      />
      {!isEdit && voices.length > 0 && (
        <FormSelect
          name="organiser"
          label={t('organiser')}
          hint={t('organiserHint')}
          value={draft ? (draft.organisationId ?? 'self') : voices[0]!.id}
          choices={[
            { value: 'self', label: t('self') },
            ...voices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </StepForm>
  )
}

export async function StoryForm({ draft, isEdit }: Omit<Shown, 'site'>) {
  const t = await getTranslations('agirInitiatives.story')
  return (
    <StepForm action={answerStory} labels={{ story: t('story') }} initiativeId={draft.id} isEdit={isEdit}>
      <FormArea
        name="story"
        label={t('story')}
        hint={t('storyHint', { min: initiativeLimits.story.min })}
        value={draft.story}
        rows={12}
        maxLength={initiativeLimits.story.max}
        required
      />
    </StepForm>
  )
}

export async function PlaceForm({ site: { tenant, locale }, draft, isEdit }: Shown) {
  const t = await getTranslations('agirInitiatives.place')
  const { centre, zoom, tiles, districtWord } = tenant.territory
  const word = localized(districtWord, locale, tenant)
  const districts = tenant.territory.districts.map(({ code, name, outline }) => ({
    code,
    outline,
    name: localized(name, locale, tenant),
  }))
  const at = draft.latitude === null ? null : { latitude: draft.latitude, longitude: draft.longitude! }
  const district = word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
  return (
    <StepForm
      action={answerPlace}
      labels={{ placeLabel: t('label'), address: t('address'), districtCode: district, point: t('point') }}
      initiativeId={draft.id}
      isEdit={isEdit}
    >
      <FormInput
        name="placeLabel"
        label={t('label')}
        hint={t('labelHint')}
        optional={t('optional')}
        value={draft.placeLabel ?? undefined}
        maxLength={initiativeLimits.placeLabel.max}
        autoComplete="off"
      />
      <FormInput
        name="address"
        label={t('address')}
        optional={t('optional')}
        value={draft.address ?? undefined}
        maxLength={initiativeLimits.address.max}
        autoComplete="street-address"
      />
      <FormSelect
        name="districtCode"
        label={district}
        empty={t('wholeCity')}
        value={draft.districtCode ?? undefined}
        choices={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <PointField
        territory={{ centre, zoom, tiles, districts }}
        at={at}
        title={
          <>
            {t('point')} <span className="font-normal text-muted">({t('optional')})</span>
          </>
        }
      />
    </StepForm>
  )
}
