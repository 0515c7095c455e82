import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { Sender } from '@/lib/mail/sender/queries'
import type { Locale, Tenant } from '@/tenants/tenant'
import { SenderForm } from './sender-form'
import { DnsPart, SuppressedPart, TrialPart } from './sender-parts'

type Props = {
  sender: Sender
  mail: Tenant['mail']
  locales: readonly Locale[]
  rowVersion: number
  ownEmail: string
}

/** By which server the city's letters leave, whether it does its work, and whom nothing is sent to. */
export async function SenderSection({ sender, mail, locales, rowVersion, ownEmail }: Props) {
  const t = await getTranslations('post.sender')
  const format = await getFormatter()
  const { health, passwordSetAt, suppressed } = sender
  return (
    <div className="mt-14 grid max-w-text gap-12">
      <section aria-labelledby="expediteur" className="grid gap-5">
        <h2 id="expediteur" className="text-xl">
          {t('title')}
        </h2>
        {health?.failingSince && (
          <Notice
            tone="warn"
            title={t('failing', {
              at: format.dateTime(health.failingSince, { dateStyle: 'long', timeStyle: 'short' }),
            })}
          >
            <p>{t('failingText')}</p>
            <p dir="ltr" className="text-start wrap-anywhere">
              <code>{health.lastError}</code>
            </p>
          </Notice>
        )}
        <SenderForm
          mail={mail}
          locales={locales}
          rowVersion={rowVersion}
          hasPassword={passwordSetAt !== null}
        />
      </section>
      <TrialPart health={health} ownEmail={ownEmail} />
      {mail.server && <DnsPart server={mail.server} health={health} />}
      <SuppressedPart suppressed={suppressed} />
    </div>
  )
}
