import { getFormatter, getTranslations } from 'next-intl/server'
import { Logo } from '@/components/layout/logo'
import { Signature } from '@/components/layout/signature'
import { QrCode } from '@/components/ui/qr-code'
import type { WholeCertificate } from '@/lib/agir/certificates/queries'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'
import { lastingWords } from '../hours/hour-words'
import { periodWords } from './period-words'

/** One page to be printed: who, how much, when and with whom; what proves it, and where it is checked. */
export async function CertificateSheet({ one, address }: { one: WholeCertificate; address: string }) {
  const { tenant, locale } = await currentSite()
  const [t, format, lasting, period] = await Promise.all([
    getTranslations('agirCertificates.sheet'),
    getFormatter(),
    lastingWords(),
    periodWords(),
  ])
  const { theme } = tenant
  const city = localized(tenant.name, locale, tenant)
  const issued = format.dateTime(one.issuedAt, { dateStyle: 'long', timeZone: tenant.timeZone })
  return (
    <article className="mx-auto max-w-[52rem] border-4 border-double border-action bg-paper print:max-w-none">
      <Signature seed={theme.seed} scale={3} className="h-20 print:h-16" />
      <div className="px-6 py-8 text-center md:px-16 md:py-12 print:px-10 print:py-6">
        {theme.logo && (
          <Logo
            logo={theme.logo}
            alt={localized(theme.logo.alt, locale, tenant)}
            className="mx-auto mb-4 h-14"
          />
        )}
        <p className="font-title text-lg font-bold text-muted">{city}</p>
        <h1 className="mt-5 text-2xl md:text-3xl">{t('title')}</h1>
        <hr className="mx-auto mt-5 w-24 border-t-4 border-accent" />
        <p className="mt-6 text-muted">{t('attests', { city })}</p>
        <p dir="auto" className="mt-1 font-title text-xl font-bold md:text-2xl">
          {one.holder}
        </p>
        <p className="mt-5 text-muted">{t('gave')}</p>
        <p className="tabular font-title text-4xl leading-none font-bold text-action md:text-[4rem]">
          {lasting(one.minutes)}
        </p>
        <p className="mt-3 text-lg">{period(one.fromOn, one.untilOn)}</p>
      </div>
      <Lines lines={one.lines} />
      <div className="flex flex-col gap-6 border-t sm:flex-row sm:items-center print:flex-row print:items-center border-line px-6 py-6 md:px-16 print:px-10 print:py-4">
        <div className="min-w-0 flex-1 text-base">
          <p>{t('check', { date: issued })}</p>
          <p dir="ltr" className="mt-1 text-sm break-all rtl:text-end">
            {address}
          </p>
          <p dir="ltr" className="mt-2 font-mono text-lg font-bold rtl:text-end">
            {one.serial}
          </p>
          <p dir="ltr" className="mt-2 font-mono text-xs break-all text-muted rtl:text-end">
            SHA-256 {one.digest}
          </p>
        </div>
        <QrCode text={address} label={t('qr')} className="size-32 shrink-0" />
      </div>
      <Signature seed={theme.seed} scale={3} className="h-3" />
    </article>
  )
}

async function Lines({ lines }: Pick<WholeCertificate, 'lines'>) {
  const [t, lasting] = await Promise.all([getTranslations('agirCertificates.sheet'), lastingWords()])
  return (
    <dl className="divide-y divide-line border-t border-line px-6 md:px-16 print:px-10">
      {lines.map(({ label, minutes, dates }) => (
        <div key={label} className="flex items-baseline justify-between gap-6 py-3">
          <dt dir="auto" className="font-bold">
            {label}
          </dt>
          <dd className="tabular shrink-0 text-end">
            {lasting(minutes)} <span className="text-muted">{t('dates', { count: dates })}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
