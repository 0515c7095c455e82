import { getTranslations } from 'next-intl/server'
import { SearchForm } from '@/components/home/search-form'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { ideaWords } from '@/lib/i18n/words'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'

/** Nothing is at this address: where to look instead. */
export async function NotThere() {
  const site = await currentSite()
  const hrefOn = await currentHref()
  const t = await getTranslations('pages.notFound')
  const words = ideaWords(site)
  const home = await getTranslations('home')
  const hasIdeas = isOffered(site.tenant, 'decider')
  return (
    <div className="shell py-12 md:py-20">
      <Signature seed={site.tenant.theme.seed} scale={3} className="h-[72px] rounded-card" />
      <h1 className="mt-8">{t('title')}</h1>
      <p className="mt-3 max-w-text text-lg text-muted">{t('text')}</p>
      <div className="mt-8 flex flex-col gap-4">
        {hasIdeas && (
          <SearchForm
            action={hrefOn('/idees', 'decider')}
            label={home('search', words)}
            button={home('searchButton')}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={hrefOn('/')} variant="secondary">
            {t('home')}
          </ButtonLink>
          {hasIdeas && (
            <ButtonLink href={hrefOn('/idees', 'decider')} variant="quiet">
              {t('ideas', words)}
            </ButtonLink>
          )}
        </div>
      </div>
    </div>
  )
}

/**
 * Part of what every page carries, for a form that finds its subject gone: a reader who comes to such an address is sent
 * the page above.
 */
export async function NotThereInShort() {
  const hrefOn = await currentHref()
  const t = await getTranslations('pages.notFound')
  return (
    <Page title={t('title')} lead={t('text')} width="text">
      <ButtonLink href={hrefOn('/')} variant="secondary">
        {t('home')}
      </ButtonLink>
    </Page>
  )
}
