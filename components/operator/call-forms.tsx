import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { answer, open } from '@/lib/operator/help/actions'
import type { Ticket } from '@/lib/tenancy/help/queries'
import { isAccessOpen } from '@/lib/tenancy/help/rules'
import { publicOrigin } from '@/lib/tenancy/origin'
import { homePlatform, pathOf } from '@/lib/tenancy/site'
import type { Tenant } from '@/tenants/tenant'
import { mainHost } from './city-table'

export async function AnswerForm({ city, ticket }: { city: string; ticket: string }) {
  const t = await getTranslations('operator.help')
  return (
    <ActionForm
      action={answer}
      words={await formWords()}
      labels={{ body: t('answer') }}
      refusals={{ ticket_closed: t('closed') }}
      done={t('sent')}
      className="mt-6 space-y-4"
    >
      <input type="hidden" name="city" value={city} />
      <input type="hidden" name="ticket" value={ticket} />
      <FormArea name="body" label={t('answer')} rows={4} />
      <SubmitButton>{t('send')}</SubmitButton>
    </ActionForm>
  )
}

type Door = { ticket: Ticket; tenant: Tenant; code: string | null; now: Date }

/** The way into the city's console, while the city lets one look. */
export async function ConsoleDoor({ ticket, tenant, code, now }: Door) {
  const t = await getTranslations('operator.help')
  const format = await getFormatter()
  const until = ticket.accessUntil
  if (!until || !isAccessOpen(ticket, now))
    return (
      <Card>
        <h2 className="text-xl">{t('noAccess')}</h2>
        <p className="mt-2 text-muted">{t('noAccessText')}</p>
      </Card>
    )
  const platform = homePlatform(tenant)
  const host = publicOrigin(tenant.hosts[platform] ?? mainHost(tenant))
  const way = host + pathOf(tenant, tenant.locales[0]!, platform, '/connexion/assistance')
  return (
    <Card>
      <h2 id="console" className="text-xl">
        {t('access', { when: format.dateTime(until, { dateStyle: 'long', timeStyle: 'short' }) })}
      </h2>
      <p className="mt-2 mb-5 text-muted">{t('accessText')}</p>
      {code ? (
        <ButtonLink href={`${way}?code=${encodeURIComponent(code)}`}>{t('enter')}</ButtonLink>
      ) : (
        <ActionForm action={open} words={await formWords()} refusals={{ access_over: t('noAccess') }}>
          <input type="hidden" name="city" value={tenant.id} />
          <input type="hidden" name="ticket" value={ticket.id} />
          <SubmitButton variant="secondary">{t('prepare')}</SubmitButton>
        </ActionForm>
      )}
    </Card>
  )
}
