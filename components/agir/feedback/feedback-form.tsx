import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { type Accessibility, accessNeeds } from '@/lib/agir/activities/rules'
import { say } from '@/lib/agir/feedback/actions'
import { type FeedbackRefusal, feedbackRefusals, ratings } from '@/lib/agir/feedback/rules'

type Said = { rating: number | null; text: string } | null

/** How it was: a mark if one likes, some words if one likes. */
export async function FeedbackForm({
  dateId,
  said,
  access,
}: {
  dateId: string
  said: Said
  access: Accessibility | null
}) {
  const t = await getTranslations('agirFeedback')
  const refusals = Object.fromEntries(feedbackRefusals.map((code) => [code, t(`refusals.${code}`)]))
  const choices = ratings.toReversed().map((one) => ({ value: String(one), label: t(`ratings.${one}`) }))
  return (
    <ActionForm
      action={say}
      words={await formWords()}
      labels={{ rating: t('rating'), text: t('words'), access: t('access.question') }}
      refusals={refusals as Record<FeedbackRefusal, string>}
      className="space-y-6"
    >
      <input type="hidden" name="dateId" value={dateId} />
      <FormRadios
        name="rating"
        label={t('rating')}
        optional={t('optional')}
        value={said?.rating ? String(said.rating) : undefined}
        choices={choices}
      />
      {access && <AccessQuestion access={access} />}
      <FormArea
        name="text"
        label={t('words')}
        hint={t('wordsHint')}
        optional={t('optional')}
        value={said?.text}
        rows={5}
        maxLength={2000}
      />
      <SubmitButton>{t(said ? 'again' : 'submit')}</SubmitButton>
    </ActionForm>
  )
}

/** What is told of the access, for whoever saw it: theirs is the evidence. */
async function AccessQuestion({ access }: { access: Accessibility }) {
  const [t, told] = await Promise.all([
    getTranslations('agirFeedback'),
    getTranslations('agirActivity.access'),
  ])
  const known = accessNeeds.filter((need) => access[need])
  return (
    <FormRadios
      name="access"
      label={t('access.question')}
      hint={t('access.hint', { told: known.map((need) => told(`${access[need]!}.${need}`)).join(' · ') })}
      optional={t('optional')}
      choices={[
        { value: 'yes', label: t('access.yes') },
        { value: 'no', label: t('access.no') },
      ]}
    />
  )
}
