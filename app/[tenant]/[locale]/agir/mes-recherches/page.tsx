import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnSearches } from '@/components/agir/wishes/own-searches'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { listSearches } from '@/lib/agir/searches/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { findLetterChoices } from '@/lib/notifications/preferences/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirWishes.searches')
  return { title: t('title'), robots: { index: false } }
}

export default async function MySearchesPage() {
  const person = await requirePerson()
  const [{ tenant }, href, t] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirWishes.searches'),
  ])
  const [searches, { wantsMail, email }] = await Promise.all([
    listSearches(tenant, person.id),
    findLetterChoices(tenant, person.id),
  ])
  const takesLetters = wantsMail && email !== null
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {searches.length > 0 && !takesLetters && (
        <div className="mb-6">
          <Notice tone="warn">
            <p>{t('noLetters')}</p>
            <p>
              <a href={href('/compte/notifications')} className="inline-flex min-h-11 items-center font-bold">
                {t('noLettersLink')}
              </a>
            </p>
          </Notice>
        </div>
      )}
      {searches.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          art={<Signature seed={tenant.theme.seed} className="h-16" />}
          action={<ButtonLink href={href('/activites')}>{t('find')}</ButtonLink>}
        >
          {t('empty')}
        </EmptyState>
      ) : (
        <OwnSearches searches={searches} />
      )}
    </Page>
  )
}
