import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { checkDns, letGo, tryOut } from '@/lib/mail/sender/actions'
import type { Sender } from '@/lib/mail/sender/queries'
import type { DnsState, MailServer } from '@/lib/mail/sender/rules'

type Health = NonNullable<Sender['health']>

/** One letter, the way the draft says, and what the mail server answered. */
export async function TrialPart({ health, ownEmail }: { health: Health | null; ownEmail: string }) {
  const t = await getTranslations('post.sender')
  const format = await getFormatter()
  return (
    <section aria-labelledby="essai" className="grid gap-4">
      <h2 id="essai" className="text-xl">
        {t('trial')}
      </h2>
      {health?.triedAt && (
        <Notice
          tone={health.trialArrived ? 'success' : 'warn'}
          title={t(health.trialArrived ? 'trialTaken' : 'trialRefused')}
        >
          <p dir="ltr" className="text-start wrap-anywhere">
            <code>{health.trialAnswer}</code>
          </p>
          <p className="text-base">
            {t('trialWhen', {
              at: format.dateTime(health.triedAt, { dateStyle: 'long', timeStyle: 'short' }),
              by: health.triedWith === 'operator' ? t('operator') : (health.triedWith ?? ''),
            })}
          </p>
        </Notice>
      )}
      <ActionForm
        action={tryOut}
        words={await formWords()}
        labels={{ to: t('to') }}
        refusals={{}}
        className="grid gap-4"
      >
        <FormInput name="to" type="email" label={t('to')} value={ownEmail} dir="ltr" required />
        <SubmitButton variant="secondary" icon={<Icon name="mail" />} className="justify-self-start">
          {t('send')}
        </SubmitButton>
      </ActionForm>
    </section>
  )
}

/** What the DNS says of the domain the letters leave from, and what to write in it. */
export async function DnsPart({ server, health }: { server: MailServer; health: Health | null }) {
  const t = await getTranslations('post.sender')
  const domain = server.from.split('@')[1]!
  const known = health?.domain === domain ? health : null
  const rows = [
    ['spf', domain, `v=spf1 mx a:${server.host} -all`, known?.spf],
    ['dkim', `${server.dkimSelector || 'selector'}._domainkey.${domain}`, 'v=DKIM1; k=rsa; p=…', known?.dkim],
    ['dmarc', `_dmarc.${domain}`, `v=DMARC1; p=quarantine; rua=mailto:${server.from}`, known?.dmarc],
  ] as const
  return (
    <section aria-labelledby="dns" className="grid gap-4">
      <h2 id="dns" className="text-xl">
        {t('dns')}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map(([name, at, text, state]) => (
          <li key={name} className="grid gap-1 py-4">
            <p className="flex flex-wrap items-center gap-3 font-bold">
              {name.toUpperCase()}
              <Tag tone={state === 'good' ? 'success' : state ? 'warn' : 'neutral'}>
                {t(`dnsStates.${(state ?? 'unknown') as DnsState | 'unknown'}`)}
              </Tag>
            </p>
            <p className="text-base text-muted">{t(`dnsWhy.${name}`)}</p>
            {state !== 'good' && (
              <p dir="ltr" className="text-start text-base wrap-anywhere">
                <code>{`${at}  TXT  ${text}`}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
      <ActionForm action={checkDns} words={await formWords()} refusals={{}}>
        <SubmitButton variant="secondary" icon={<Icon name="refresh-cw" />}>
          {t('dnsCheck')}
        </SubmitButton>
      </ActionForm>
    </section>
  )
}

/** Mailboxes that take nothing any more, and the one act: to write to one again, saying why. */
export async function SuppressedPart({ suppressed }: { suppressed: Sender['suppressed'] }) {
  const t = await getTranslations('post.sender')
  const format = await getFormatter()
  const words = await formWords()
  return (
    <section aria-labelledby="boites" className="grid gap-4">
      <h2 id="boites" className="text-xl">
        {t('suppressed')}
      </h2>
      {suppressed.length === 0 && <p className="text-muted">{t('suppressedNone')}</p>}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {suppressed.map(({ mailboxKey, masked, reason, at }) => (
          <li key={mailboxKey} className="grid gap-3 py-4">
            <div>
              <p className="font-bold">
                <bdi>{masked}</bdi>
              </p>
              <p className="text-base text-muted">
                {format.dateTime(at, { dateStyle: 'long' })}
                {' · '}
                <bdi>{reason.replace(/[^\s<>@"']+@[^\s<>@"']+/g, '•••')}</bdi>
              </p>
            </div>
            <ActionForm
              action={letGo}
              words={words}
              labels={{ reason: t('releaseWhy') }}
              ids={{ reason: `raison-${mailboxKey}` }}
              refusals={{ not_there: t('releasedAlready') }}
              className="flex flex-wrap items-end gap-3"
            >
              <input type="hidden" name="mailboxKey" value={mailboxKey} />
              <FormInput id={`raison-${mailboxKey}`} name="reason" label={t('releaseWhy')} required />
              <SubmitButton variant="secondary">{t('release')}</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  )
}
