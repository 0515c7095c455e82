import { getTranslations } from 'next-intl/server'
import { FormArea, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { acknowledgeIdea, declareAdmissible, openAgain, take } from '@/lib/ideas/examination/actions'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { FileForm } from './file-form'

export async function AcknowledgeForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  return (
    <FileForm action={acknowledgeIdea} ideaId={ideaId}>
      <SubmitButton variant="secondary">{t('acknowledge')}</SubmitButton>
    </FileForm>
  )
}

/** Which department answers, with the person who presses. */
export async function ChargeForm({
  ideaId,
  departmentId,
  site,
  mayChoose = () => true,
}: {
  ideaId: string
  departmentId: string | null
  site: Pick<Site, 'tenant' | 'locale'>
  /** Who examines for one department takes a file in its name alone. */
  mayChoose?: (departmentId: string) => boolean
}) {
  const t = await getTranslations('examination')
  const { tenant, locale } = site
  return (
    <FileForm action={take} ideaId={ideaId} labels={{ departmentId: t('department') }}>
      {tenant.departments.length > 0 && (
        <FormSelect
          name="departmentId"
          label={t('department')}
          hint={t('departmentHint')}
          empty={t('departmentEmpty')}
          value={departmentId ?? ''}
          required
          choices={tenant.departments
            .filter(({ id }) => mayChoose(id))
            .map(({ id, name }) => ({ value: id, label: localized(name, locale, tenant) }))}
        />
      )}
      <SubmitButton>{departmentId === null ? t('take') : t('move')}</SubmitButton>
    </FileForm>
  )
}

export async function AdmitForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  return (
    <FileForm action={declareAdmissible} ideaId={ideaId} labels={{ text: t('admitText') }}>
      <FormArea name="text" label={t('admitText')} hint={t('admitHint')} rows={4} required />
      <SubmitButton>{t('admit')}</SubmitButton>
    </FileForm>
  )
}

export async function ReopenForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  return (
    <FileForm action={openAgain} ideaId={ideaId} labels={{ text: t('reopenText') }}>
      <FormArea
        id="reopen-text"
        name="text"
        label={t('reopenText')}
        hint={t('reopenHint')}
        rows={4}
        required
      />
      <SubmitButton variant="secondary">{t('reopen')}</SubmitButton>
    </FileForm>
  )
}
