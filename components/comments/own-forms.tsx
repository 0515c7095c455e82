import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { change, remove } from '@/lib/comments/actions'
import type { OwnComment } from '@/lib/comments/own/queries'
import { limits, stances } from '@/lib/comments/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { MeasuredArea } from './measured-area'
import { StanceChoice } from './stance-choice'
import { refusalWords } from './words'

export async function ChangeForm({ said }: { said: OwnComment }) {
  const [t, { locale }] = await Promise.all([getTranslations('comments'), currentSite()])
  return (
    <ActionForm
      action={change}
      words={await formWords()}
      labels={{ stance: t('write.stance'), body: t('write.label') }}
      refusals={await refusalWords()}
      className="space-y-5"
    >
      <input type="hidden" name="commentId" value={said.id} />
      {said.voice === 'citizen' && said.parentId === null && (
        <StanceChoice
          id="stance"
          label={t('write.stance')}
          choices={stances.map((value) => ({ value, label: t(`write.stances.${value}`) }))}
          value={said.stance}
        />
      )}
      <MeasuredArea
        name="body"
        label={t('write.label')}
        value={said.body}
        rows={6}
        max={limits.length.max}
        left={t('write.left', { count: '{count}', max: '{max}' })}
        locale={locale}
      />
      <SubmitButton>{t('change.submit')}</SubmitButton>
    </ActionForm>
  )
}

export async function RemoveForm({ commentId }: { commentId: string }) {
  const t = await getTranslations('comments')
  return (
    <ActionForm action={remove} words={await formWords()} refusals={await refusalWords()}>
      <input type="hidden" name="commentId" value={commentId} />
      <SubmitButton variant="danger" icon={<Icon name="trash-2" />}>
        {t('change.remove')}
      </SubmitButton>
    </ActionForm>
  )
}
