import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { FileList } from '@/components/examination/file-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePerson } from '@/lib/auth/require-person'
import { ideaWords } from '@/lib/i18n/words'
import { listFiles } from '@/lib/ideas/examination/queries'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examination'))('deskTitle'), robots: { index: false } }
}

const views = ['dues', 'signature', 'toutes'] as const

/** The desk of those who examine and of those who sign: what is owed, the oldest duty on top. */
export default async function ExaminationDesk({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>
}) {
  const site = await currentSite()
  const person = await requirePerson()
  if (!actsAs(person, 'instructor') && !actsAs(person, 'signatory')) forbidden()
  const asked = (await searchParams).vue
  const view = views.find((one) => one === asked) ?? 'dues'
  const [files, t, href] = await Promise.all([
    listFiles(site.tenant, person),
    getTranslations('examination'),
    currentHref(),
  ])
  const shown = {
    dues: files.filter(({ dueAt }) => dueAt),
    signature: files.filter(({ hasDraft }) => hasDraft),
    toutes: files,
  }
  return (
    <Page title={t('deskTitle')} lead={t('deskLead', ideaWords(site))}>
      <nav aria-label={t('views')} className="mb-6 flex flex-wrap gap-2">
        {views.map((one) => (
          <ButtonLink
            key={one}
            href={href(`/instruction?vue=${one}`)}
            variant={one === view ? 'primary' : 'secondary'}
            aria-current={one === view ? 'page' : undefined}
          >
            {t(`view.${one}`, { count: shown[one].length })}
          </ButtonLink>
        ))}
      </nav>
      {shown[view].length === 0 ? (
        <EmptyState title={t('deskEmpty')}>{t('deskEmptyText')}</EmptyState>
      ) : (
        <section aria-labelledby="dossiers">
          <h2 id="dossiers" className="sr-only">
            {t(`view.${view}`, { count: shown[view].length })}
          </h2>
          <FileList files={shown[view]} {...{ site }} now={new Date()} hrefOn={href} />
        </section>
      )}
    </Page>
  )
}
