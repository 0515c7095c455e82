import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { acknowledgeIdea, declareAdmissible, openAgain, take } from '@/lib/ideas/examination/actions'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { fileRefusals } from './file-words'

export async function AcknowledgeForm({ ideaId }: { ideaId: string }) {
  const [t, words, refusals] = await Promise.all([
    getTranslations('examination'),
    formWords(),
    fileRefusals(),
  ])
  return (
    <ActionForm action={acknowledgeIdea} {...{ words, refusals }}>
      <input type="hidden" name="ideaId" value={ideaId} />
      <SubmitButton variant="secondary">{t('acknowledge')}</SubmitButton>
    </ActionForm>
  )
}

/** Which department answers, with the person who presses. */
export async function ChargeForm({
  ideaId,
  departmentId,
  site,
}: {
  ideaId: string
  departmentId: string | null
  site: Pick<Site, 'tenant' | 'locale'>
}) {
  const [t, words, refusals] = await Promise.all([
    getTranslations('examination'),
    formWords(),
    fileRefusals(),
  ])
  const { tenant, locale } = site
  return (
    <ActionForm
      action={take}
      {...{ words, refusals }}
      labels={{ departmentId: t('department') }}
      className="space-y-4"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      {tenant.departments.length > 0 && (
        <FormSelect
          name="departmentId"
          label={t('department')}
          hint={t('departmentHint')}
          empty={t('departmentEmpty')}
          value={departmentId ?? ''}
          required
          choices={tenant.departments.map(({ id, name }) => ({
            value: id,
            label: localized(name, locale, tenant),
          }))}
        />
      )}
      <SubmitButton>{departmentId === null ? t('take') : t('move')}</SubmitButton>
    </ActionForm>
  )
}

export async function AdmitForm({ ideaId }: { ideaId: string }) {
  const [t, words, refusals] = await Promise.all([
    getTranslations('examination'),
    formWords(),
    fileRefusals(),
  ])
  return (
    <ActionForm
      action={declareAdmissible}
      {...{ words, refusals }}
      labels={{ text: t('admitText') }}
      className="space-y-4"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <FormArea name="text" label={t('admitText')} hint={t('admitHint')} rows={4} required />
      <SubmitButton>{t('admit')}</SubmitButton>
    </ActionForm>
  )
}

export async function ReopenForm({ ideaId }: { ideaId: string }) {
  const [t, words, refusals] = await Promise.all([
    getTranslations('examination'),
    formWords(),
    fileRefusals(),
  ])
  return (
    <ActionForm
      action={openAgain}
      {...{ words, refusals }}
      labels={{ text: t('reopenText') }}
      className="space-y-4"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <FormArea
        id="reopen-text"
        name="text"
        label={t('reopenText')}
        hint={t('reopenHint')}
        rows={4}
        required
      />
      <SubmitButton variant="secondary">{t('reopen')}</SubmitButton>
    </ActionForm>
  )
}
