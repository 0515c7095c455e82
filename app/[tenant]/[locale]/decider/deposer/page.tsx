import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DepositFrame } from '@/components/deposit/deposit-frame'
import { SubjectForm } from '@/components/deposit/subject-form'
import { Notice } from '@/components/ui/notice'
import { findNeed } from '@/lib/agir/bridge/queries'
import { currentHolder } from '@/lib/auth/draft-key'
import { ideaWords } from '@/lib/i18n/words'
import { listDrafts } from '@/lib/ideas/deposit/queries'
import { MayNotSend } from './may-not-send'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deposit')
  return { title: t('title', ideaWords(await currentSite())) }
}

type Props = { searchParams: Promise<Record<string, unknown>> }

export default async function BeginDeposit({ searchParams }: Props) {
  const site = await currentSite()
  const href = await currentHref()
  const t = await getTranslations('deposit')
  const { besoin } = await searchParams
  const need =
    typeof besoin === 'string' && isOffered(site.tenant, 'agir') ? await findNeed(site.tenant, besoin) : null
  const drafts = await listDrafts(site.tenant, await currentHolder())
  return (
    <DepositFrame
      step="sujet"
      question={t('subject.question')}
      lead={t('lead')}
      laterHref={href('/mes-idees')}
    >
      {drafts.length > 0 && (
        <div className="mb-8">
          <Notice title={t('resume.title')}>
            <p>{t('resume.text')}</p>
            <ul>
              {drafts.map(({ id, title }) => (
                <li key={id}>
                  <a href={href(`/deposer/${id}`)} className="inline-flex min-h-11 items-center">
                    {t('resume.link', { title })}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {need && (
        <div className="mb-8">
          <Notice title={(await getTranslations('agirBridge'))('fromNeed', { title: need.title })}>
            <p dir="auto">{need.summary}</p>
          </Notice>
        </div>
      )}
      <MayNotSend site={site} />
      <SubjectForm site={site} ownHref={href('/mes-idees')} need={need} />
    </DepositFrame>
  )
}
