import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { decide } from '@/lib/agir/sources/actions'
import type { WaitingClaim } from '@/lib/agir/sources/claims/queries'
import { claimLimits } from '@/lib/agir/sources/claims/rules'
import { sourceName } from '@/lib/agir/sources/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { TrustMark } from '../organisations/trust-mark'
import { claimRefusalsSaid } from './claim-words'

/** What organisations say is theirs, each with what shows it, and the two answers there are. */
export async function ClaimList({ claims }: { claims: WaitingClaim[] }) {
  const t = await getTranslations('agirSources.claims')
  return (
    <section id="demandes" aria-labelledby="demandes-titre" className="mb-12 scroll-mt-6">
      <h2 id="demandes-titre" className="text-2xl">
        {t('list')}
      </h2>
      <ol className="mt-4 grid gap-4">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Card>
              <Asked claim={claim} />
              <Deciding claimId={claim.id} />
            </Card>
          </li>
        ))}
      </ol>
    </section>
  )
}

async function Asked({ claim }: { claim: WaitingClaim }) {
  const [{ tenant, locale }, t, s, format, href] = await Promise.all([
    currentSite(),
    getTranslations('agirSources.claims'),
    getTranslations('agirSources'),
    getFormatter(),
    currentHref(),
  ])
  const date = format.dateTime(claim.askedAt, { dateStyle: 'long', timeZone: tenant.timeZone })
  const { organisation } = claim
  return (
    <>
      {claim.holder && <Tag tone="danger">{t('contested', { name: claim.holder })}</Tag>}
      <h3 className="mt-2 text-xl">
        <a
          href={href(`/activites/${claim.slug}`)}
          lang={claim.locale === locale ? undefined : claim.locale}
          dir="auto"
        >
          {claim.title}
        </a>
      </h3>
      <p className="mt-1 text-base text-muted">
        {s('from', { name: sourceName(claim) })}
        {' · '}
        {t('asked', { date, name: claim.askedBy ?? t('nameless') })}
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <a href={href(`/organisations/${organisation.slug}`)} className="inline-flex min-h-11 items-center">
          <bdi>{t('for', { name: organisation.name })}</bdi>
        </a>
        <TrustMark trust={organisation.trust} />
      </p>
      <blockquote dir="auto" className="mt-2 border-s-4 border-line ps-4 wrap-anywhere whitespace-pre-line">
        {claim.said}
      </blockquote>
      <ul className="mt-3 flex flex-wrap gap-x-6">
        {claim.proofUrl && <Outside url={claim.proofUrl}>{t('proof')}</Outside>}
        {claim.originUrl && <Outside url={claim.originUrl}>{t('source')}</Outside>}
      </ul>
    </>
  )
}

function Outside({ url, children }: { url: string; children: string }) {
  return (
    <li>
      <a
        href={url}
        rel="nofollow noopener external noreferrer"
        className="inline-flex min-h-11 items-center wrap-anywhere"
      >
        {children}
      </a>
    </li>
  )
}

async function Deciding({ claimId }: { claimId: string }) {
  const t = await getTranslations('agirSources.claims')
  return (
    <ActionForm
      action={decide}
      words={await formWords()}
      refusals={await claimRefusalsSaid()}
      labels={{ reply: t('reply') }}
      ids={{ reply: `reponse-${claimId}` }}
      className="mt-5 space-y-4 border-t border-line pt-5"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <FormArea
        id={`reponse-${claimId}`}
        name="reply"
        label={t('reply')}
        hint={t('replyHint')}
        rows={3}
        maxLength={claimLimits.reply.max}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="answer" value="grant">
          {t('grant')}
        </Button>
        <Button type="submit" name="answer" value="refuse" variant="secondary">
          {t('refuse')}
        </Button>
      </div>
    </ActionForm>
  )
}
