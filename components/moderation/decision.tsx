import { getFormatter, getTranslations } from 'next-intl/server'
import { CountedArea } from '@/components/deposit/counted-area'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { publish, refuse } from '@/lib/ideas/moderation/actions'
import {
  type RefusalCode,
  refusalCodes,
  shortestReason,
  type TreatmentRefusal,
  treatmentRefusals,
} from '@/lib/ideas/moderation/rules'
import type { Site } from '@/lib/tenancy/site'

/** Two ways out, each saying what it will do. */
export async function Decision({
  site,
  ideaId,
  threshold,
}: {
  site: Site
  ideaId: string
  threshold: number
}) {
  const t = await getTranslations('moderation')
  const format = await getFormatter()
  const words = await formWords()
  return (
    <div className="space-y-8">
      <section aria-labelledby="publish" className="rounded-card border border-line bg-tint p-5">
        <h2 id="publish" className="text-xl">
          {t('publish')}
        </h2>
        <p className="mt-2 mb-4">{t('publishText', { threshold: format.number(threshold) })}</p>
        <ActionForm action={publish} words={words} refusals={await refusals()}>
          <input type="hidden" name="ideaId" value={ideaId} />
          <SubmitButton icon={<Icon name="check" />}>{t('publish')}</SubmitButton>
        </ActionForm>
      </section>
      <section aria-labelledby="refuse" className="rounded-card border border-line p-5">
        <h2 id="refuse" className="text-xl">
          {t('refuse')}
        </h2>
        <p className="mt-2 mb-4">{t('refuseText')}</p>
        <RefusalForm site={site} ideaId={ideaId} />
      </section>
    </div>
  )
}

async function RefusalForm({ site, ideaId }: { site: Site; ideaId: string }) {
  const t = await getTranslations('moderation')
  const d = await getTranslations('deposit')
  const limits = { min: shortestReason('unclear'), max: 2000 }
  return (
    <ActionForm
      action={refuse}
      words={await formWords()}
      labels={{ code: t('code'), text: t('words') }}
      refusals={await refusals()}
      className="space-y-6"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <FormSelect
        name="code"
        label={t('code')}
        empty={t('codeEmpty')}
        required
        choices={refusalCodes.map((code) => ({ value: code, label: t(`codes.${code}`) }))}
      />
      <CountedArea
        name="text"
        label={t('words')}
        hint={t('wordsHint', {
          min: limits.min,
          other: shortestReason('other'),
          otherCode: t('codes.other'),
        })}
        rows={6}
        required
        limits={limits}
        words={{
          count: d('text.count', { count: '{count}', max: '{max}' }),
          missing: d('text.missing', { left: '{left}' }),
          over: d('text.over', { over: '{over}' }),
        }}
        locale={site.locale}
      />
      <SubmitButton variant="danger">{t('refuseSubmit')}</SubmitButton>
    </ActionForm>
  )
}

async function refusals(): Promise<Record<TreatmentRefusal, string>> {
  const t = await getTranslations('moderation')
  const sentences = treatmentRefusals.map((code) => [code, t(`refusals.${code}`)])
  return Object.fromEntries(sentences) as Record<TreatmentRefusal, string>
}

type Decided = {
  publication: string
  treatedAt: Date | null
  treatedBy: string | null
  refusalCode: string | null
  refusalText: string | null
}

/** What was decided, by whom and when, for whoever comes second. */
export async function DecisionMade({ idea, publicHref }: { idea: Decided; publicHref: string | null }) {
  const t = await getTranslations('moderation')
  const format = await getFormatter()
  const date = idea.treatedAt
    ? format.dateTime(idea.treatedAt, { dateStyle: 'long', timeStyle: 'short' })
    : ''
  const name = idea.treatedBy ?? t('byDeleted')
  const code = idea.refusalCode ? t(`codes.${idea.refusalCode as RefusalCode}`) : ''
  const published = idea.treatedBy ? t('decidedPublished', { name, date }) : t('decidedAutomatic', { date })
  return (
    <Notice title={t('decided')} live="status">
      <p>{idea.publication === 'refused' ? t('decidedRefused', { name, date, code }) : published}</p>
      {idea.refusalText && (
        <blockquote dir="auto" className="wrap-anywhere whitespace-pre-line">
          {idea.refusalText}
        </blockquote>
      )}
      {publicHref && (
        <p>
          <a href={publicHref}>{t('see')}</a>
        </p>
      )}
    </Notice>
  )
}
