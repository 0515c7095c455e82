import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { AskForm } from '@/components/help/ticket-forms'
import { TicketList } from '@/components/help/ticket-list'
import { UseList } from '@/components/means/use-list'
import { WithheldNotice } from '@/components/means/withheld-notice'
import { requireRole } from '@/lib/auth/require-role'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { listTickets } from '@/lib/tenancy/help/queries'
import { findMeans } from '@/lib/tenancy/means/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('means'))('title'), robots: { index: false } }
}

/** Whoever runs the platform, seen from the city. */
export default async function HelpPage() {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const t = await getTranslations('means')
  const help = await getTranslations('help')
  const now = new Date()
  const { uses, withheld } = await findMeans(tenant, now)
  const here = (await currentHref())('/administration/assistance')
  return (
    <ConsoleFrame person={person} here="help" title={t('title')} lead={t('lead')}>
      <section aria-labelledby="demandes" className="max-w-text">
        <h2 id="demandes" className="text-xl">
          {help('title')}
        </h2>
        <p className="mt-2 mb-6 text-muted">{help('lead')}</p>
        <TicketList tickets={await listTickets(tenant)} here={here} now={now} />
        <AskForm />
      </section>
      <section aria-labelledby="moyens" className="mt-16 max-w-text">
        <h2 id="moyens" className="text-xl">
          {t('useTitle')}
        </h2>
        <p className="mt-2 mb-6 text-muted">{t('useText')}</p>
        <UseList uses={uses} />
        <div className="mt-6">
          <WithheldNotice withheld={withheld} />
        </div>
      </section>
    </ConsoleFrame>
  )
}
