import { getFormatter, getTranslations } from 'next-intl/server'
import { TrustMark } from '@/components/agir/organisations/trust-mark'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import type { ListedProof } from '@/lib/agir/organisations/proofs/queries'
import { hostOf, waysFor } from '@/lib/agir/organisations/proofs/rules'
import type { ManagedOrganisation } from '@/lib/agir/organisations/queries'
import { Copied } from './copied'
import { DocumentForm, DomainForms, LetterForms } from './way-forms'
import { Numbers } from './numbers'
import { proofForms } from './words'

type Shown = {
  one: ManagedOrganisation
  proofs: ListedProof[]
  /** What is put on the organisation's own domain. */
  token: string
  /** Where those who know it answer for it; null while it is not in view. */
  vouchHref: string | null
}

const tones = {
  asked: 'warn',
  proven: 'success',
  refused: 'danger',
  expired: 'neutral',
  contested: 'danger',
} as const

/** How far the city knows who they are, and what can be done so that it knows better. */
export async function ProofsPanel({ one, proofs, token, vouchHref }: Shown) {
  const [t, format] = [await getTranslations('agirProofs'), await getFormatter()]
  const forms = await proofForms()
  const ways = waysFor(one.kind)
  const asked = (method: string) =>
    proofs.find((proof) => proof.method === method && proof.state === 'asked') ?? null
  return (
    <Section id="preuves" title={t('title')}>
      <div className="space-y-6">
        <p className="flex flex-wrap items-center gap-3">
          <TrustMark trust={one.trust} />
          {one.provenUntil && (
            <span className="text-muted">
              {t('until', { date: format.dateTime(one.provenUntil, { dateStyle: 'long' }) })}
            </span>
          )}
        </p>
        <p>{t('lead')}</p>
        <History proofs={proofs} />
        <Numbers {...{ one, proofs, forms }} />
        <div>
          <h3 className="text-lg">{t('waysTitle')}</h3>
          <div className="mt-2 space-y-2">
            {ways.includes('dns') && (
              <Fold title={t('domain.title')}>
                <DomainForms organisationId={one.id} host={hostOf(one.website)} {...{ token, forms }} />
              </Fold>
            )}
            {ways.includes('letter_code') && (
              <Fold title={t('letter.title')} open={asked('letter_code') !== null}>
                <LetterForms organisationId={one.id} asked={asked('letter_code')} {...{ one, forms }} />
              </Fold>
            )}
            {ways.includes('document') && (
              <Fold title={t('document.title')}>
                <DocumentForm organisationId={one.id} asked={asked('document')} forms={forms} />
              </Fold>
            )}
            {vouchHref && (
              <Fold title={t('vouching.title')}>
                <Vouching proofs={proofs} href={vouchHref} />
              </Fold>
            )}
          </div>
        </div>
      </div>
    </Section>
  )
}

async function Vouching({ proofs, href }: { proofs: ListedProof[]; href: string }) {
  const t = await getTranslations('agirProofs.vouching')
  const count = proofs.filter(({ method, state }) => method === 'vouching' && state === 'proven').length
  return (
    <div className="space-y-3">
      <p>{t('text')}</p>
      <Copied>{href}</Copied>
      <p className="text-muted">{t('count', { count })}</p>
    </div>
  )
}

async function History({ proofs }: { proofs: ListedProof[] }) {
  const [t, format] = [await getTranslations('agirProofs'), await getFormatter()]
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'medium' })
  if (proofs.length === 0) return null
  return (
    <ul className="divide-y divide-line border-y border-line">
      {proofs.map(({ id, method, state, askedAt, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <span className="font-bold">{t(`methods.${method}`)}</span>
          <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
          <span className="text-base text-muted">
            {state === 'proven' && expiresAt ? t('until', { date: day(expiresAt) }) : day(askedAt)}
          </span>
        </li>
      ))}
    </ul>
  )
}
