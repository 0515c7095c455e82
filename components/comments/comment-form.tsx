import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { write } from '@/lib/comments/actions'
import { limits, stances } from '@/lib/comments/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { MeasuredArea } from './measured-area'
import { StanceChoice } from './stance-choice'
import { refusalWords } from './words'

type Filled = { stance?: string; body?: string }

/** What one thinks, or an answer to what somebody thinks. */
export async function CommentForm({
  idea,
  parentId = null,
  filled = {},
  mayAlso = true,
}: {
  idea: { id: string; slug: string }
  parentId?: string | null
  filled?: Filled
  /** Whether to say where one speaks in another quality. */
  mayAlso?: boolean
}) {
  const [t, href, { locale }] = await Promise.all([getTranslations('comments'), currentHref(), currentSite()])
  const other = `${href(`/idees/${idea.slug}/discussion/ecrire`)}${parentId ? `?a=${parentId}` : ''}`
  const { max } = limits.length
  return (
    <ActionForm
      action={write}
      words={await formWords()}
      labels={{ stance: t('write.stance'), body: t('write.label') }}
      refusals={await refusalWords()}
      className="space-y-5"
    >
      <input type="hidden" name="ideaId" value={idea.id} />
      <input type="hidden" name="parentId" value={parentId ?? ''} />
      {!parentId && (
        <StanceChoice
          id="stance"
          label={t('write.stance')}
          choices={stances.map((value) => ({ value, label: t(`write.stances.${value}`) }))}
          value={filled.stance}
        />
      )}
      <MeasuredArea
        name="body"
        label={parentId ? t('write.replyLabel') : t('write.label')}
        hint={t('write.hint', { max })}
        value={filled.body}
        rows={4}
        max={max}
        left={t('write.left', { count: '{count}', max: '{max}' })}
        locale={locale}
      />
      {mayAlso && (
        <p className="text-base text-muted">{t('write.signIn', { minutes: limits.editMinutes })}</p>
      )}
      <SubmitButton>{parentId ? t('write.replySubmit') : t('write.submit')}</SubmitButton>
      {mayAlso && (
        <p className="text-base text-muted">
          {t.rich('write.otherVoice', { link: (text: ReactNode) => <a href={other}>{text}</a> })}
        </p>
      )}
    </ActionForm>
  )
}
