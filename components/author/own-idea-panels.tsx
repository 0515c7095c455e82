import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { RefusalCode } from '@/lib/ideas/moderation/rules'
import type { Site } from '@/lib/tenancy/site'
import { AlreadySaid, type Said } from './already-said'
import { OneButton } from './own-forms'

type Idea = {
  id: string
  moderationDueAt: Date | null
  pullBackUntil: Date | null
  mayPullBack: boolean
  refusalCode: string | null
  refusalText: string | null
  alreadySaid: Said | null
  supportCount: number
  threshold: number | null
  relaunchFrom: string | null
  mayRelaunch: boolean
  isRelaunched: boolean
}

export async function moments() {
  const format = await getFormatter()
  return {
    at: (moment: Date | string | null) =>
      moment ? format.dateTime(new Date(moment), { dateStyle: 'long', timeStyle: 'short' }) : '',
    day: (moment: Date | string | null) =>
      moment ? format.dateTime(new Date(moment), { dateStyle: 'long' }) : '',
  }
}

export async function SubmittedPanel({
  site,
  idea,
  justSent,
}: {
  site: Site
  idea: Idea
  justSent: boolean
}) {
  const t = await getTranslations('author')
  const { at, day } = await moments()
  const lastDay = idea.moderationDueAt && new Date(idea.moderationDueAt.getTime() - 1)
  return (
    <div className="space-y-6">
      <Notice
        tone="success"
        live={justSent ? 'status' : undefined}
        title={justSent ? t('submitted.thanks') : undefined}
      >
        <p>{t('submitted.text', { date: day(lastDay) })}</p>
      </Notice>
      {idea.mayPullBack && (
        <div className="space-y-3">
          <p>{t('submitted.pullBackText', { date: at(idea.pullBackUntil) })}</p>
          <OneButton site={site} ideaId={idea.id} does="takeBack">
            {t('submitted.pullBack')}
          </OneButton>
        </div>
      )}
    </div>
  )
}

export async function RefusedPanel({ site, idea, beginHref }: { site: Site; idea: Idea; beginHref: string }) {
  const t = await getTranslations('author')
  const m = await getTranslations('moderation')
  return (
    <div className="space-y-6">
      <Notice tone="warn" title={t('refused.title')}>
        {idea.refusalCode && (
          <p>
            {t('refused.reason')} : {m(`codes.${idea.refusalCode as RefusalCode}`)}
          </p>
        )}
      </Notice>
      <div>
        <h2 className="text-xl">{t('refused.words')}</h2>
        <blockquote dir="auto" className="mt-3 border-s-4 border-line ps-5 wrap-anywhere whitespace-pre-line">
          {idea.refusalText}
        </blockquote>
      </div>
      {idea.alreadySaid && <AlreadySaid said={idea.alreadySaid} />}
      <p>{t('refused.remedy', { email: site.tenant.contact.email })}</p>
      <ButtonLink href={beginHref} icon={<Icon name="pencil" />}>
        {t('refused.again')}
      </ButtonLink>
    </div>
  )
}

export async function ExpiredPanel({ site, idea }: { site: Site; idea: Idea }) {
  const t = await getTranslations('author')
  const format = await getFormatter()
  const { at } = await moments()
  const threshold = format.number(idea.threshold ?? 0)
  return (
    <Section title={t('expired.title')}>
      <p>{t('expired.text', { count: idea.supportCount, threshold })}</p>
      {idea.isRelaunched ? (
        <p>{t('expired.already')}</p>
      ) : idea.mayRelaunch ? (
        <>
          <p>{t('expired.canRelaunch')}</p>
          <OneButton site={site} ideaId={idea.id} does="relaunch">
            {t('expired.relaunch')}
          </OneButton>
        </>
      ) : (
        <p>{t('expired.later', { date: at(idea.relaunchFrom) })}</p>
      )}
    </Section>
  )
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-8">
      <h2 className="text-xl">{title}</h2>
      <div className="mt-3 space-y-4">{children}</div>
    </section>
  )
}
