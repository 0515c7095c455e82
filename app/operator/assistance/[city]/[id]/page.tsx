import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Thread } from '@/components/help/thread'
import { VisitList } from '@/components/help/visit-list'
import { AnswerForm, ConsoleDoor } from '@/components/operator/call-forms'
import { nameOf } from '@/components/operator/city-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { requireOperator } from '@/lib/operator/acting'
import { findCall } from '@/lib/operator/help/queries'
import { findTenant } from '@/lib/tenancy/registry'

export default async function Call({ params, searchParams }: PageProps<'/operator/assistance/[city]/[id]'>) {
  await requireOperator()
  const { city, id } = await params
  const tenant = (await findTenant(city)) ?? notFound()
  const ticket = (await findCall(city, id)) ?? notFound()
  const { code } = await searchParams
  const t = await getTranslations('operator')
  const help = await getTranslations('help')
  const trail = [{ href: '/assistance', text: t('help.title') }, { text: ticket.subject }]
  return (
    <div className="mx-auto max-w-[56rem] space-y-10">
      <Breadcrumbs label={t('trail')} trail={trail} />
      <div>
        <p className="font-bold text-muted">
          <a href={`/villes/${city}`}>{nameOf(tenant, city)}</a>
        </p>
        <h1 className="mt-1 text-3xl">{ticket.subject}</h1>
      </div>
      <ConsoleDoor
        ticket={ticket}
        tenant={tenant}
        code={typeof code === 'string' ? code : null}
        now={new Date()}
      />
      <section aria-labelledby="fil">
        <h2 id="fil" className="mb-4 text-xl">
          {help('thread')}
        </h2>
        <Thread messages={ticket.messages} />
        {!ticket.closedAt && <AnswerForm city={city} ticket={ticket.id} />}
      </section>
      <section aria-labelledby="pages">
        <h2 id="pages" className="mb-4 text-xl">
          {help('visits.title')}
        </h2>
        <VisitList visits={ticket.visits} />
      </section>
    </div>
  )
}
