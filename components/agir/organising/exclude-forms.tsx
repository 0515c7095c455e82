import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { exclude, lift } from '@/lib/agir/registrations/exclusions/actions'
import type { Excluded } from '@/lib/agir/registrations/exclusions/queries'
import type { Asker } from '@/lib/agir/registrations/organising/queries'

/** Somebody one does not want any more: for a reason, which they read. */
export async function ExcludeForm({ asker, name }: { asker: Asker; name: string }) {
  const [t, words] = await Promise.all([getTranslations('agirList'), formWords()])
  const id = `exclude-${asker.id}`
  const title = (
    <>
      {t('exclude')}
      <VisuallyHidden> {name}</VisuallyHidden>
    </>
  )
  const refusals = { not_there: t('refusals.not_there'), oneself: t('oneself') }
  const labels = { labels: { reason: t('reason') }, ids: { reason: id } }
  return (
    <Fold title={title}>
      <ActionForm action={exclude} words={words} refusals={refusals} {...labels} className="space-y-4">
        <input type="hidden" name="registrationId" value={asker.id} />
        <p>{t('excludeText')}</p>
        <FormArea
          name="reason"
          id={id}
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={300}
          required
        />
        <SubmitButton variant="danger">{t('excludeNow')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}

type Props = { excluded: Excluded[]; activityId: string; dateId: string; zone: string }

/** Those who are not wanted any more, and the way back. */
export async function ExcludedList({ excluded, activityId, dateId, zone }: Props) {
  if (excluded.length === 0) return null
  const [t, list, format, words] = await Promise.all([
    getTranslations('agirList.excluded'),
    getTranslations('agirList'),
    getFormatter(),
    formWords(),
  ])
  return (
    <Section id="exclusions" title={t('title')}>
      <p className="mb-2 text-muted">{t('text')}</p>
      <ul className="divide-y divide-line">
        {excluded.map(({ id, name, at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-4">
            <div>
              <p dir="auto" className="font-bold wrap-anywhere">
                {name ?? t('guest')}
              </p>
              <p className="text-base text-muted">
                {t('since', { day: format.dateTime(at, { dateStyle: 'long', timeZone: zone }) })}
              </p>
            </div>
            <ActionForm action={lift} words={words} refusals={{ not_there: list('refusals.not_there') }}>
              <input type="hidden" name="activityId" value={activityId} />
              <input type="hidden" name="dateId" value={dateId} />
              <input type="hidden" name="exclusionId" value={id} />
              <SubmitButton variant="secondary">
                {t('lift')}
                <VisuallyHidden> {name ?? t('guest')}</VisuallyHidden>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  )
}
