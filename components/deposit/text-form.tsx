import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { answerText, keepText } from '@/lib/ideas/deposit/actions'
import type { Site } from '@/lib/tenancy/site'
import { CountedArea } from './counted-area'
import { linkTo } from './linked'

export async function TextForm({
  site,
  draft,
  ownHref,
}: {
  site: Site
  draft: { id: string; body: string }
  ownHref: string
}) {
  const t = await getTranslations('deposit')
  const limits = site.tenant.ideas.bodyLength
  return (
    <ActionForm
      action={answerText}
      words={await formWords()}
      labels={{ body: t('text.label') }}
      refusals={{ not_there: t.rich('gone', { link: linkTo(ownHref) }) }}
      className="space-y-8"
    >
      <input type="hidden" name="ideaId" value={draft.id} />
      <CountedArea
        name="body"
        label={t('text.label')}
        hint={t('text.hint', limits)}
        value={draft.body}
        rows={14}
        limits={limits}
        keep={{
          action: keepText,
          ideaId: draft.id,
          saved: t('text.saved', { time: '{time}' }),
          unsaved: t('text.unsaved'),
        }}
        words={{
          count: t('text.count', { count: '{count}', max: '{max}' }),
          missing: t('text.missing', { left: '{left}' }),
          over: t('text.over', { over: '{over}' }),
        }}
        locale={site.locale}
      />
      <div className="flex flex-wrap gap-4">
        <SubmitButton size="large" name="then" value="next">
          {t('next')}
        </SubmitButton>
        <SubmitButton size="large" variant="secondary" name="then" value="leave">
          {t('leave')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
