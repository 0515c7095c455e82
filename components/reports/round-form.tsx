import { getTranslations } from 'next-intl/server'
import { CountedArea } from '@/components/deposit/counted-area'
import { deskMoments } from '@/components/desk/words'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Notice } from '@/components/ui/notice'
import { sendAgain } from '@/lib/moderation/rounds/actions'
import { roundRefusals } from '@/lib/moderation/rounds/rules'
import type { Site } from '@/lib/tenancy/site'

type Request = { text: string; dueAt: Date }

/** What a moderator asks to be changed, and the text ready to be changed. */
export async function RoundForm({
  site,
  idea,
  request,
}: {
  site: Site
  idea: { id: string; title: string; body: string }
  request: Request
}) {
  const t = await getTranslations('reports.rounds')
  const d = await getTranslations('deposit')
  const { day } = await deskMoments()
  const { titleLength, bodyLength } = site.tenant.ideas
  const sentences = Object.fromEntries(roundRefusals.map((code) => [code, t(`refusals.${code}`)]))
  return (
    <section aria-labelledby="changement" className="space-y-6">
      <Notice tone="warn" title={<span id="changement">{t('title')}</span>}>
        <p>{t('text', { date: day(new Date(request.dueAt.getTime() - 1)) })}</p>
        <blockquote dir="auto" className="wrap-anywhere whitespace-pre-line">
          {request.text}
        </blockquote>
      </Notice>
      <ActionForm
        action={sendAgain}
        words={await formWords()}
        labels={{ title: t('subject'), body: t('body') }}
        refusals={sentences as Record<(typeof roundRefusals)[number], string>}
        className="space-y-5"
      >
        <input type="hidden" name="ideaId" value={idea.id} />
        <FormInput
          name="title"
          label={t('subject')}
          value={idea.title}
          maxLength={titleLength.max}
          required
        />
        <CountedArea
          name="body"
          label={t('body')}
          value={idea.body}
          rows={12}
          required
          limits={bodyLength}
          words={{
            count: d('text.count', { count: '{count}', max: '{max}' }),
            missing: d('text.missing', { left: '{left}' }),
            over: d('text.over', { over: '{over}' }),
          }}
          locale={site.locale}
        />
        <SubmitButton>{t('submit')}</SubmitButton>
      </ActionForm>
    </section>
  )
}
