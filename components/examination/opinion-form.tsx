import { getTranslations } from 'next-intl/server'
import { CountedArea } from '@/components/deposit/counted-area'
import { FormArea, FormInput, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { Icon } from '@/components/ui/icon'
import { prepare, sign } from '@/lib/ideas/examination/actions'
import type { IdeaFile } from '@/lib/ideas/examination/queries'
import { decisions, shortestReasons } from '@/lib/ideas/examination/rules'
import type { Locale } from '@/tenants/tenant'
import { FileForm } from './file-form'

const before = ['understood', 'competence', 'cost', 'legalFrame', 'alternatives'] as const

/** The answer in its parts, in the order in which it will be read. */
export async function OpinionForm({
  ideaId,
  draft,
  locale,
}: {
  ideaId: string
  draft: IdeaFile['draft']
  locale: Locale
}) {
  const [t, d] = await Promise.all([getTranslations('examination'), getTranslations('deposit')])
  const parts = [...before, 'reasons', 'next'] as const
  const labels = {
    ...Object.fromEntries(parts.map((part) => [part, t(`parts.${part}`)])),
    decision: t('decision'),
    nextOn: t('nextOn'),
    elsewhere: t('elsewhere'),
  }
  return (
    <FileForm action={prepare} ideaId={ideaId} labels={labels} className="space-y-6">
      {before.map((part) => (
        <FormArea
          key={part}
          name={part}
          label={t(`parts.${part}`)}
          hint={t(`partHints.${part}`)}
          rows={3}
          required
          value={draft?.[part] ?? ''}
        />
      ))}
      <FormRadios
        name="decision"
        label={t('decision')}
        required
        value={draft?.decision}
        choices={decisions.map((one) => ({ value: one, label: t(`decisions.${one}`) }))}
      />
      <FormInput
        name="elsewhere"
        label={t('elsewhere')}
        hint={t('elsewhereHint')}
        optional={t('optional')}
        dir="ltr"
        value={draft?.elsewhere ?? ''}
      />
      <CountedArea
        name="reasons"
        label={t('parts.reasons')}
        hint={t('partHints.reasons', { min: shortestReasons })}
        rows={8}
        required
        value={draft?.reasons ?? ''}
        limits={{ min: shortestReasons, max: 8000 }}
        words={{
          count: d('text.count', { count: '{count}', max: '{max}' }),
          missing: d('text.missing', { left: '{left}' }),
          over: d('text.over', { over: '{over}' }),
        }}
        locale={locale}
      />
      <FormArea
        name="next"
        label={t('parts.next')}
        hint={t('partHints.next')}
        rows={3}
        required
        value={draft?.next ?? ''}
      />
      <FormInput
        name="nextOn"
        type="date"
        label={t('nextOn')}
        optional={t('optional')}
        value={draft?.nextOn ?? ''}
      />
      <SubmitButton variant="secondary">{draft ? t('prepareAgain') : t('prepare')}</SubmitButton>
    </FileForm>
  )
}

/** For a signatory, who reads what was prepared above and gives it in the city's name. */
export async function SignForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('examination')
  return (
    <FileForm action={sign} ideaId={ideaId} labels={{ title: t('signTitle') }}>
      <FormInput name="title" label={t('signTitle')} hint={t('signTitleHint')} required />
      <SubmitButton icon={<Icon name="check" />}>{t('sign')}</SubmitButton>
    </FileForm>
  )
}
