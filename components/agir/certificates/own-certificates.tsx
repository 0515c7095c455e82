import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { OwnCertificate } from '@/lib/agir/certificates/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { lastingWords } from '../hours/hour-words'
import { periodWords } from './period-words'

/** What was signed so far, with what became of it. */
export async function OwnCertificates({ certificates }: { certificates: OwnCertificate[] }) {
  if (certificates.length === 0) return null
  const t = await getTranslations('agirCertificates.own')
  return (
    <Section id="attestations" title={t('title')}>
      <ul className="divide-y divide-line border-y border-line">
        {certificates.map((one) => (
          <OwnRow key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  )
}

async function OwnRow({ one }: { one: OwnCertificate }) {
  const [t, href, format, lasting, period, { tenant }] = await Promise.all([
    getTranslations('agirCertificates'),
    currentHref(),
    getFormatter(),
    lastingWords(),
    periodWords(),
    currentSite(),
  ])
  const { serial, fromOn, untilOn, minutes, revokedAt, revokedBy, revokeReason } = one
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeZone: tenant.timeZone })
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">{lasting(minutes)}</span>
        <span>{period(fromOn, untilOn)}</span>
        {revokedAt ? <Tag tone="danger">{t('revoked')}</Tag> : <Tag tone="success">{t('valid')}</Tag>}
      </div>
      <p className="text-muted">
        <span dir="ltr" className="font-mono">
          {serial}
        </span>
        {' · '}
        {t('own.issued', { date: day(one.issuedAt) })}
      </p>
      {revokedAt && revokedBy && (
        <p>
          {t(`by.${revokedBy}`, { date: day(revokedAt) })}
          {revokeReason && <span dir="auto"> {t('own.because', { reason: revokeReason })}</span>}
        </p>
      )}
      <p className="flex flex-wrap gap-x-6">
        {!revokedAt && (
          <a href={href(`/mes-heures/attestations/${serial}`)} className="inline-flex min-h-11 items-center">
            {t('own.print')}
            <VisuallyHidden> {serial}</VisuallyHidden>
          </a>
        )}
        <a href={href(`/attestations/${serial}`)} className="inline-flex min-h-11 items-center">
          {t('own.check')}
          <VisuallyHidden> {serial}</VisuallyHidden>
        </a>
        {!revokedAt && (
          <a href={href(`/attestations/${serial}/revoquer`)} className="inline-flex min-h-11 items-center">
            {t('own.revoke')}
            <VisuallyHidden> {serial}</VisuallyHidden>
          </a>
        )}
      </p>
    </li>
  )
}
