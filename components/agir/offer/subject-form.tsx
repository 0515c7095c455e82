import { getTranslations } from 'next-intl/server'
import { FormInput, FormRadios, FormSelect } from '@/components/forms/form-fields'
import { answerSubject } from '@/lib/agir/activities/answers/actions'
import { lengths, most } from '@/lib/agir/activities/answers/rules'
import { activityKinds } from '@/lib/agir/activities/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { OfferForm } from './offer-form'
import { TickGroup } from './tick-group'

type Draft = { id: string; title: string; kind: string; themeIds: string[]; organisationId: string | null }

/** What it is called, what it is, what it is about, and who offers it. */
export async function SubjectForm({
  site: { tenant, locale },
  draft,
  voices,
  initiatives = [],
  initiativeId,
  ideaId,
  isEdit,
}: {
  site: Site
  draft?: Draft
  voices: { id: string; name: string }[]
  /** What it could be part of, and what it is. */
  initiatives?: { id: string; title: string }[]
  initiativeId?: string | null
  /** The idea it helps. */
  ideaId?: string
  isEdit?: boolean
}) {
  const [t, part] = [
    await getTranslations('agirOffer.subject'),
    await getTranslations('agirInitiatives.ofActivity'),
  ]
  const kinds = activityKinds.map((value) => ({
    value,
    label: t(`kinds.${value}.name`),
    hint: t(`kinds.${value}.hint`),
  }))
  const themes = tenant.themes.map(({ id, name }) => ({ value: id, label: localized(name, locale, tenant) }))
  const organisers = [
    { value: 'self', label: t('self') },
    ...voices.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <OfferForm
      action={answerSubject}
      labels={{ title: t('title'), kind: t('kind'), theme: t('themes'), organiser: t('organiser') }}
      activityId={draft?.id}
      isEdit={isEdit}
    >
      {ideaId && <input type="hidden" name="idea" value={ideaId} />}
      <FormInput
        name="title"
        label={t('title')}
        hint={t('titleHint', lengths.title)}
        value={draft?.title}
        required
        autoComplete="off"
      />
      <FormRadios name="kind" label={t('kind')} value={draft?.kind} required choices={kinds} />
      <TickGroup
        name="theme"
        label={t('themes')}
        hint={t('themesHint', { max: most.themes })}
        choices={themes}
        values={draft?.themeIds ?? []}
        columns
      />
      {!isEdit && voices.length > 0 && (
        <FormSelect
          name="organiser"
          label={t('organiser')}
          hint={t('organiserHint')}
          value={draft ? (draft.organisationId ?? 'self') : (voices[0]?.id ?? 'self')}
          choices={organisers}
        />
      )}
      {initiatives.length > 0 && (
        <FormSelect
          name="initiative"
          label={part('label')}
          empty={part('none')}
          value={initiativeId ?? undefined}
          choices={initiatives.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </OfferForm>
  )
}
