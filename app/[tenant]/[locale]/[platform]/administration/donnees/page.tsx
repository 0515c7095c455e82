import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { ExportForm } from '@/components/privacy/export-form'
import { AskRemoval, Removals } from '@/components/privacy/removals'
import { ExportLog } from '@/components/privacy/export-log'
import { RetentionTable } from '@/components/privacy/retention-table'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import type { Person } from '@/lib/auth/current-person'
import { listRemovals } from '@/lib/ideas/removals/queries'
import { mayRemove } from '@/lib/ideas/removals/rules'
import { listExports } from '@/lib/people/exports/queries'
import { findRetention } from '@/lib/people/retention/queries'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { isOffered } from '@/lib/tenancy/site'
import { onlyPrivacy } from './only-privacy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, unknown>> }
const removing = ['demande', 'supprime', 'garde'] as const

export default async function PersonalDataPage({ searchParams }: Props) {
  const person = await onlyPrivacy()
  const { tenant } = await currentSite()
  const t = await getTranslations('privacy')
  return (
    <ConsoleFrame person={person} here="privacy" title={t('title')} lead={t('lead')}>
      {mayRemove(person) && <RemovalSection person={person} fait={(await searchParams).fait} />}
      <section aria-labelledby="conservation">
        <h2 id="conservation" className="text-xl">
          {t('retention.title')}
        </h2>
        <p className="mt-2 mb-5 max-w-text text-muted">{t('retention.lead')}</p>
        <RetentionTable report={await findRetention(tenant, new Date())} />
      </section>
      {(actsAs(person, 'dpo') || actsAs(person, 'auditor')) && (
        <section aria-labelledby="registre" className="mt-14">
          <h2 id="registre" className="text-xl">
            {t('log.title')}
          </h2>
          <p className="mt-2 mb-5 max-w-text text-muted">{t('log.lead')}</p>
          <ExportLog exports={await listExports(tenant)} />
        </section>
      )}
      {actsAs(person, 'dpo') && (
        <section aria-labelledby="extraire" className="mt-14 max-w-text">
          <h2 id="extraire" className="text-xl">
            {t('export.title')}
          </h2>
          <p className="mt-2 mb-5 text-muted">{t('export.lead')}</p>
          <ExportForm />
        </section>
      )}
    </ConsoleFrame>
  )
}

/** What a law takes away for good, by one person of each of two roles. */
async function RemovalSection({ person, fait }: { person: Person; fait: unknown }) {
  const { tenant } = await currentSite()
  const [t, href] = await Promise.all([getTranslations('removals'), currentHref()])
  const done = removing.find((one) => one === fait)
  return (
    <section aria-labelledby="retraits" className="mb-14">
      <h2 id="retraits" className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-2 mb-5 max-w-text text-muted">{t('lead')}</p>
      {done && (
        <div className="mb-6">
          <Notice tone="success" live="status">
            {t(`done.${done}`)}
          </Notice>
        </div>
      )}
      <Removals
        removals={await listRemovals(tenant)}
        person={person}
        hrefOn={isOffered(tenant, 'decider') ? (path) => href(path, 'decider') : null}
      />
      <Fold className="mt-8" title={t('askTitle')}>
        <AskRemoval />
      </Fold>
    </section>
  )
}
