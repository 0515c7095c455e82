import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { isSignedBy } from '@/lib/auth/signing/rules'
import type { CheckedCertificate } from '@/lib/agir/certificates/queries'
import { signedText } from '@/lib/agir/certificates/rules'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { lastingWords } from '../hours/hour-words'
import { periodWords } from './period-words'

/** Whether it holds, since when it does not, and the few facts that let it be compared with the paper. */
export async function CheckedSheet({ one }: { one: CheckedCertificate }) {
  const { tenant, locale } = await currentSite()
  const [t, format, lasting, period] = await Promise.all([
    getTranslations('agirCertificates'),
    getFormatter(),
    lastingWords(),
    periodWords(),
  ])
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeZone: tenant.timeZone })
  const city = localized(tenant.name, locale, tenant)
  const facts = [
    [t('check.serial'), one.serial],
    [t('check.holder'), one.initials ?? t('check.forgotten')],
    [t('check.period'), period(one.fromOn, one.untilOn)],
    [t('check.total'), lasting(one.minutes)],
    [t('check.issued'), day(one.issuedAt)],
  ] as const
  return (
    <div className="space-y-8">
      {one.revokedAt && one.revokedBy ? (
        <Notice tone="danger" title={t('check.isRevoked', { date: day(one.revokedAt) })}>
          {t(`by.${one.revokedBy}`, { date: day(one.revokedAt) })} {t('check.noMore')}
        </Notice>
      ) : (
        <Notice tone="success" title={t('check.isValid')}>
          {t('check.compare', { city })}
        </Notice>
      )}
      <dl className="divide-y divide-line border-y border-line">
        {facts.map(([name, value]) => (
          <div key={name} className="grid gap-x-6 py-3 sm:grid-cols-[12rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd dir="auto" className="font-bold">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <Proof one={one} city={tenant.id} />
      <Revocation serial={one.serial} isRevoked={one.revokedAt !== null} />
    </div>
  )
}

/** For whoever wants to check without trusting this page. */
async function Proof({ one, city }: { one: CheckedCertificate; city: string }) {
  const t = await getTranslations('agirCertificates.check')
  const { digest, signature, publicKey, serial } = one
  const isGenuine = isSignedBy(publicKey, signedText({ city, serial, digest }), signature)
  const lines = [
    ['SHA-256', digest],
    ['Ed25519', signature],
    [t('key'), publicKey],
  ] as const
  return (
    <Fold title={t('proof')}>
      <p className={isGenuine ? '' : 'font-bold text-danger'}>{t(isGenuine ? 'genuine' : 'altered')}</p>
      <dl className="mt-3 space-y-3">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd dir="ltr" className="font-mono text-sm break-all rtl:text-end">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}

async function Revocation({ serial, isRevoked }: { serial: string; isRevoked: boolean }) {
  if (isRevoked) return null
  const [t, href] = await Promise.all([getTranslations('agirCertificates.check'), currentHref()])
  return (
    <p className="text-base text-muted">
      {t('wrong')}{' '}
      <a href={href(`/attestations/${serial}/revoquer`)} rel="nofollow">
        {t('revoke')}
      </a>
    </p>
  )
}

/** No such number: what that may mean, and another try. */
export async function NotKnown() {
  const [t, href] = await Promise.all([getTranslations('agirCertificates.check'), currentHref()])
  return (
    <Notice tone="warn" title={t('unknown')}>
      <p>{t('unknownText')}</p>
      <ButtonLink href={href('/attestations')} variant="secondary">
        {t('again')}
      </ButtonLink>
    </Notice>
  )
}
