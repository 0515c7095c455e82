import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref } from '@/lib/tenancy/current-site'

/** What a reader must know before the text: it was declined, withdrawn, or is a second attempt. */
export async function IdeaStanding({ idea }: { idea: PublicIdea }) {
  const [t, format, href] = await Promise.all([getTranslations('ideas'), getFormatter(), currentHref()])
  const dayOf = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  if (idea.publication === 'refused' && idea.refusedAt)
    return (
      <Notice tone="warn" title={t('refused.title')}>
        <p>{t('refused.text', { date: dayOf(idea.refusedAt) })}</p>
        <Reason code={idea.refusalCode} />
      </Notice>
    )
  if (idea.publication === 'withdrawn' && idea.withdrawnAt)
    return <Notice>{t('withdrawnNotice', { date: dayOf(idea.withdrawnAt) })}</Notice>
  const { previous } = idea
  if (!previous?.slug) return null
  const link = (text: ReactNode) => <a href={href(`/idees/${previous.slug}`)}>{text}</a>
  return <Notice>{t.rich('idea.previous', { link })}</Notice>
}

export async function Reason({ code }: { code: string | null }) {
  const t = await getTranslations('ideas')
  if (!code) return null
  const reason = t.has(`reasons.${code}` as 'reasons.other')
    ? t(`reasons.${code}` as 'reasons.other')
    : t('reasons.other')
  return <p>{t('hidden.reason', { reason })}</p>
}

/** In the place of what is no longer shown: that it is not, and why. */
export async function HiddenIdea({ code }: { code: string | null }) {
  const [t, href] = await Promise.all([getTranslations('ideas'), currentHref()])
  return (
    <div className="shell py-16">
      <meta name="gone" content="410" />
      <h1>{t('hidden.title')}</h1>
      <div className="mt-4 max-w-text space-y-3">
        <p>{t('hidden.text')}</p>
        <Reason code={code} />
        <p>
          <a href={href('/idees')}>{t('toList')}</a>
        </p>
      </div>
    </div>
  )
}

/** In the place of what was taken away for good: when, by whom in the city, and by which law. */
export async function RemovedIdea({ removal }: { removal: NonNullable<PublicIdea['removal']> }) {
  const [t, format, href] = await Promise.all([getTranslations('ideas'), getFormatter(), currentHref()])
  return (
    <div className="shell py-16">
      <meta name="gone" content="410" />
      <h1>{t('removed.title')}</h1>
      <div className="mt-4 max-w-text space-y-3">
        <p>{t('removed.text', { date: format.dateTime(removal.at, { dateStyle: 'long' }) })}</p>
        <p>
          {t(`removed.grounds.${removal.ground}`)} <bdi>{removal.legal}</bdi>
        </p>
        <p>
          <a href={href('/idees')}>{t('toList')}</a>
        </p>
      </div>
    </div>
  )
}
