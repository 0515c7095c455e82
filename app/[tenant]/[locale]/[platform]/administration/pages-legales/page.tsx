import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { isInConsole } from '@/components/administration/console-links'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryLinks } from '@/components/administration/history-links'
import { AgreedSoFar } from '@/components/legal/agreed-so-far'
import { AnswersForm } from '@/components/legal/answers-form'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { countAgreed } from '@/lib/people/acceptances/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { legalPaths } from '@/lib/tenancy/legal/rules'
import { isAcceptable, legalDocuments } from '@/tenants/legal'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('legalForm'))('title'), robots: { index: false } }
}

const draftPath = '/administration/brouillon'

type Props = { searchParams: Promise<{ page?: string | string[]; fait?: string | string[] }> }

export default async function LegalPagesPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const [t, titles, href, asked, desk, agreed] = await Promise.all([
    getTranslations('legalForm'),
    getTranslations('legal.titles'),
    currentHref(),
    searchParams,
    findDesk(tenant),
    countAgreed(tenant),
  ])
  const here = href('/administration/pages-legales')
  const document = legalDocuments.find((one) => one === asked.page) ?? 'notice'
  return (
    <ConsoleFrame person={person} here="legal" title={t('title')} lead={t('lead')}>
      {asked.fait && (
        <div className="mb-8">
          <Notice tone="success" live="status" title={t('kept')}>
            {isInConsole(draftPath) && <a href={href(draftPath)}>{t('toDraft')}</a>}
          </Notice>
        </div>
      )}
      <nav aria-label={t('pages')} className="mb-10">
        <ul className="flex flex-wrap gap-2">
          {legalDocuments.map((one) => (
            <li key={one}>
              <a
                href={`${here}?page=${one}`}
                aria-current={one === document ? 'page' : undefined}
                className="inline-flex min-h-11 items-center rounded-control border border-line px-4 text-base text-ink no-underline hover:border-ink aria-[current=page]:border-transparent aria-[current=page]:bg-action-tint aria-[current=page]:font-bold aria-[current=page]:text-on-action-tint"
              >
                {titles(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{titles(document)}</h2>
      <p className="mt-2 mb-6 max-w-text text-muted">{t(`documents.${document}`)}</p>
      <p className="mb-8">
        <a href={href(legalPaths[document])} className="inline-flex min-h-11 items-center">
          {t('read')}
        </a>
      </p>
      {isAcceptable(document) && <AgreedSoFar document={document} agreed={agreed} />}
      <AnswersForm
        key={document}
        document={document}
        settings={desk.settings}
        rowVersion={desk.draft?.rowVersion ?? 0}
      />
      <HistoryLinks groups={['legal', 'contact']} />
    </ConsoleFrame>
  )
}
