import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ConsoleFrame } from '@/components/administration/frame'
import { Thread } from '@/components/help/thread'
import { GrantForm, ReplyForm, TicketAct } from '@/components/help/ticket-forms'
import { VisitList } from '@/components/help/visit-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findTicket, type Ticket } from '@/lib/tenancy/help/queries'
import { isAccessOpen } from '@/lib/tenancy/help/rules'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('means'))('title'), robots: { index: false } }
}

export default async function TicketPage({ params }: Props) {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const ticket = (await findTicket(tenant, (await params).id)) ?? notFound()
  const [t, means, ui] = [
    await getTranslations('help'),
    await getTranslations('means'),
    await getTranslations('settings'),
  ]
  const trail = [
    { href: (await currentHref())('/administration/assistance'), text: means('title') },
    { text: ticket.subject },
  ]
  return (
    <ConsoleFrame
      person={person}
      title={ticket.subject}
      above={<Breadcrumbs label={ui('navigation')} trail={trail} />}
    >
      <div className="max-w-text space-y-12">
        <section aria-labelledby="fil">
          <h2 id="fil" className="mb-4 text-xl">
            {t('thread')}
          </h2>
          <Thread messages={ticket.messages} />
          {ticket.closedAt ? (
            <p className="mt-6 font-bold">{t('states.closed')}</p>
          ) : (
            <ReplyForm ticket={ticket.id} />
          )}
        </section>
        <Access ticket={ticket} now={new Date()} />
        <section aria-labelledby="pages">
          <h2 id="pages" className="text-xl">
            {t('visits.title')}
          </h2>
          <p className="mt-2 mb-4 text-muted">{t('visits.lead')}</p>
          <VisitList visits={ticket.visits} />
        </section>
      </div>
    </ConsoleFrame>
  )
}

/** Whether the operator may look, until when, and how to end it. */
async function Access({ ticket, now }: { ticket: Ticket; now: Date }) {
  const t = await getTranslations('help')
  const format = await getFormatter()
  if (ticket.closedAt) return null
  const when =
    ticket.accessUntil && format.dateTime(ticket.accessUntil, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <section aria-labelledby="acces">
      <h2 id="acces" className="text-xl">
        {t('access.title')}
      </h2>
      {when && isAccessOpen(ticket, now) ? (
        <div className="mt-4">
          <Notice tone="warn" title={t('access.open', { when })}>
            {t('access.means')}
          </Notice>
          <TicketAct ticket={ticket.id} act="revoke" />
        </div>
      ) : (
        <>
          <p className="mt-2 text-muted">{t(when ? 'access.over' : 'access.never')}</p>
          <GrantForm ticket={ticket.id} />
        </>
      )}
      <TicketAct ticket={ticket.id} act="close" />
    </section>
  )
}
