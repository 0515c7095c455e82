import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DraftList } from '@/components/author/draft-list'
import { SentList } from '@/components/author/sent-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { currentHolder } from '@/lib/auth/draft-key'
import { ideaWords } from '@/lib/i18n/words'
import { listOwnIdeas } from '@/lib/ideas/authoring/queries'
import { listDrafts } from '@/lib/ideas/deposit/queries'
import { openSteps } from '@/lib/ideas/deposit/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('author')
  return { title: t('title', ideaWords(await currentSite())), robots: { index: false } }
}

export default async function OwnIdeasPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const site = await currentSite()
  const [href, holder, said] = [await currentHref(), await currentHolder(), await searchParams]
  const t = await getTranslations('author')
  const words = ideaWords(site)
  const drafts = await listDrafts(site.tenant, holder)
  const sent = holder.personId ? await listOwnIdeas(site.tenant, holder.personId) : []
  const signInHref = `${href('/connexion')}?suite=${encodeURIComponent(href('/mes-idees'))}`
  const begin = (
    <ButtonLink href={href('/deposer')} icon={<Icon name="plus" />}>
      {t('begin', words)}
    </ButtonLink>
  )
  return (
    <Page title={t('title', words)} lead={t('lead', words)} width="text">
      <div className="space-y-12">
        {said.garde !== undefined && <Notice tone="success" live="status" title={t('kept')} />}
        {said.efface !== undefined && <Notice tone="success" live="status" title={t('discarded')} />}
        {drafts.length > 0 && (
          <DraftList
            signInHref={holder.personId ? null : signInHref}
            drafts={drafts.map((draft) => ({
              ...draft,
              href: href(`/deposer/${draft.id}`),
              stepsLeft: openSteps(draft, site.tenant.ideas).length,
            }))}
          />
        )}
        {sent.length > 0 && (
          <SentList sent={sent.map((idea) => ({ ...idea, href: href(`/mes-idees/${idea.id}`) }))} />
        )}
        {drafts.length + sent.length === 0 ? (
          <EmptyState title={t('empty')} action={begin}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <p>{begin}</p>
        )}
        {!holder.personId && (
          <p className="flex flex-wrap items-center gap-4 border-t border-line pt-6">
            {t('signInText')}
            <ButtonLink href={signInHref} variant="secondary" icon={<Icon name="log-in" />}>
              {t('signIn')}
            </ButtonLink>
          </p>
        )}
      </div>
    </Page>
  )
}
