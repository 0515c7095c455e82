import { getTranslations } from 'next-intl/server'
import { linkTo } from '@/components/deposit/linked'
import { SimilarList } from '@/components/deposit/similar-list'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { EmptyState } from '@/components/ui/empty-state'
import { passSimilar } from '@/lib/ideas/deposit/actions'
import type { Draft } from '@/lib/ideas/deposit/queries'
import { findSimilarIdeas } from '@/lib/ideas/similar/queries'
import { districtNames } from '@/lib/i18n/localized'
import { currentHref } from '@/lib/tenancy/current-site'
import type { Site } from '@/lib/tenancy/site'

/** Whether someone thought of it already, before it is written at length. */
export async function SimilarStep({ site, draft, ownHref }: { site: Site; draft: Draft; ownHref: string }) {
  const { tenant } = site
  const t = await getTranslations('deposit')
  const href = await currentHref()
  const similar = await findSimilarIdeas(tenant, draft)
  return (
    <div className="space-y-8">
      {similar.length === 0 ? (
        <EmptyState title={t('similar.none')}>{t('similar.noneText', { title: draft.title })}</EmptyState>
      ) : (
        <>
          <p className="text-lg text-muted">{t('similar.lead', { title: draft.title })}</p>
          <SimilarList
            site={site}
            similar={similar.map((idea) => ({
              ...idea,
              href: href(`/idees/${idea.slug}`),
              district: districtNames(site, idea).join(' · ') || null,
            }))}
          />
        </>
      )}
      <ActionForm
        action={passSimilar}
        words={await formWords()}
        refusals={{ not_there: t.rich('gone', { link: linkTo(ownHref) }) }}
      >
        <input type="hidden" name="ideaId" value={draft.id} />
        <SubmitButton size="large">{similar.length === 0 ? t('next') : t('similar.different')}</SubmitButton>
      </ActionForm>
    </div>
  )
}
