import { getTranslations } from 'next-intl/server'
import { TickGroup } from '@/components/agir/offer/tick-group'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { open } from '@/lib/agir/calls/actions'
import type { CallDesk } from '@/lib/agir/calls/desk/queries'
import { callLimits, type CallRefusal, callRefusals } from '@/lib/agir/calls/rules'
import { districtChoices, helpChoices } from '../volunteers/words'

/** What is needed, where and when, and who it helps to be. */
export async function CallForm({ desk }: { desk: CallDesk }) {
  const [t, choices] = await Promise.all([getTranslations('agirCalls'), helpChoices()])
  const refusals = Object.fromEntries(callRefusals.map((code) => [code, t(`refusals.${code}`)]))
  const labels = {
    ...{
      organisationId: t('form.as'),
      title: t('form.name'),
      body: t('form.body'),
      meeting: t('form.meeting'),
    },
    ...{
      districtCode: t('form.where'),
      onDay: t('form.day'),
      part: t('form.part'),
      language: t('form.language'),
    },
    ...{ minAge: t('form.minAge'), seats: t('form.count') },
  }
  return (
    <ActionForm
      action={open}
      words={await formWords()}
      labels={labels}
      refusals={refusals as Record<CallRefusal, string>}
      className="space-y-6"
    >
      <AsWhom desk={desk} />
      <FormInput
        name="title"
        label={labels.title}
        hint={t('form.nameHint')}
        maxLength={callLimits.title.max}
        required
      />
      <FormArea name="body" label={labels.body} rows={5} maxLength={callLimits.body.max} required />
      <FormInput name="meeting" label={labels.meeting} maxLength={callLimits.meeting.max} required />
      <WhereAndWhen parts={choices.parts} />
      <TickGroup
        name="skill"
        label={t('form.skills')}
        hint={t('form.skillsHint')}
        choices={choices.skills}
        values={[]}
        columns
      />
      <Who languages={choices.languages} />
      <SubmitButton icon={<Icon name="megaphone" />}>{t('form.submit')}</SubmitButton>
    </ActionForm>
  )
}

/** For the city, or for a partner one speaks for. */
async function AsWhom({ desk }: { desk: CallDesk }) {
  const t = await getTranslations('agirCalls')
  const partners = desk.partners.map(({ id, name }) => ({ value: id, label: name }))
  const choices = [...(desk.isCity ? [{ value: '', label: t('city') }] : []), ...partners]
  const [only] = choices
  if (only && choices.length === 1)
    return (
      <p>
        {t('form.as')} : <bdi className="font-bold">{only.label}</bdi>
        <input type="hidden" name="organisationId" value={only.value} />
      </p>
    )
  return <FormSelect name="organisationId" label={t('form.as')} choices={choices} />
}

type Choices = { value: string; label: string }[]

async function WhereAndWhen({ parts }: { parts: Choices }) {
  const [t, districts] = await Promise.all([getTranslations('agirCalls'), districtChoices()])
  return (
    <div>
      <div className="grid gap-5 sm:grid-cols-3">
        <FormSelect
          name="districtCode"
          label={t('form.where')}
          choices={[{ value: '', label: t('everywhere') }, ...districts]}
        />
        <FormInput name="onDay" type="date" label={t('form.day')} required />
        <FormSelect name="part" label={t('form.part')} choices={parts} />
      </div>
      <p className="mt-2 text-base text-muted">{t('form.dayHint')}</p>
    </div>
  )
}

async function Who({ languages }: { languages: Choices }) {
  const t = await getTranslations('agirCalls')
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <FormSelect
        name="language"
        label={t('form.language')}
        choices={[{ value: '', label: t('form.anyLanguage') }, ...languages]}
      />
      <FormInput
        name="minAge"
        label={t('form.minAge')}
        inputMode="numeric"
        value="18"
        maxLength={2}
        required
      />
      <FormInput name="seats" label={t('form.count')} inputMode="numeric" maxLength={3} required />
    </div>
  )
}
