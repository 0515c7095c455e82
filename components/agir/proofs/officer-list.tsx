import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { codeFor, decide } from '@/lib/agir/organisations/proofs/officers/actions'
import type { AskedProof } from '@/lib/agir/organisations/proofs/queries'
import type { IdentifierScheme } from '@/lib/agir/organisations/rules'
import { CodeForm } from './code-form'
import { proofForms, type ProofForms } from './words'

type Asked = AskedProof & { href: string | null; holder: { name: string; href: string } | null }

/** What waits for somebody of the city: each with what was said, and the two ways to answer. */
export async function OfficerList({ asked }: { asked: Asked[] }) {
  const forms = await proofForms()
  return (
    <ol className="space-y-6">
      {asked.map((proof) => (
        <li key={proof.id} className="rounded-card border border-line bg-paper p-5 md:p-6">
          <Request proof={proof} />
          {proof.method === 'letter_code' && <Posting proof={proof} forms={forms} />}
          <Deciding proof={proof} forms={forms} />
        </li>
      ))}
    </ol>
  )
}

async function Request({ proof }: { proof: Asked }) {
  const [t, format] = [await getTranslations('agirProofs'), await getFormatter()]
  const schemes = await getTranslations('agirOrganisations.schemes')
  const members = await getTranslations('agirMembers')
  const { said, scheme, value, claimant } = proof.evidence
  return (
    <>
      <p className="mb-2">
        <Tag tone={proof.holder ? 'danger' : 'neutral'}>
          {t(proof.holder ? 'states.contested' : `methods.${proof.method}`)}
        </Tag>
      </p>
      <h2 dir="auto" className="text-xl wrap-anywhere md:text-xl">
        {proof.href ? <a href={proof.href}>{proof.name}</a> : proof.name}
      </h2>
      <p className="mt-1 text-base text-muted">
        {t('officers.asked', {
          date: format.dateTime(proof.askedAt, { dateStyle: 'long' }),
          name: proof.askedBy ?? members('nameless'),
        })}
      </p>
      {claimant && <p className="mt-3 font-bold">{t('officers.claimant')}</p>}
      {said && (
        <blockquote dir="auto" className="mt-3 border-s-4 border-line ps-4 wrap-anywhere whitespace-pre-line">
          {said}
        </blockquote>
      )}
      {proof.holder && (
        <p className="mt-3">
          {t('officers.holder', { scheme: schemes(scheme as IdentifierScheme), value: value ?? '' })}{' '}
          <a href={proof.holder.href}>{proof.holder.name}</a>
        </p>
      )}
    </>
  )
}

async function Posting({ proof, forms }: { proof: Asked; forms: ProofForms }) {
  const t = await getTranslations('agirProofs.officers')
  return (
    <div className="mt-4">
      <CodeForm
        action={codeFor}
        {...forms}
        proofId={proof.id}
        label={t(proof.hasCode ? 'again' : 'makeCode')}
        code={t('code', { code: '{code}' })}
        text={t('codeText')}
      />
    </div>
  )
}

async function Deciding({ proof, forms }: { proof: Asked; forms: ProofForms }) {
  const t = await getTranslations('agirProofs.officers')
  return (
    <ActionForm
      action={decide}
      {...forms}
      labels={{ text: t('text') }}
      ids={{ text: `constat-${proof.id}` }}
      className="mt-5 space-y-4 border-t border-line pt-5"
    >
      <input type="hidden" name="proofId" value={proof.id} />
      <FormArea
        id={`constat-${proof.id}`}
        name="text"
        label={t('text')}
        hint={t('textHint')}
        rows={3}
        maxLength={1000}
        required
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="answer" value="proven">
          {t('prove')}
        </Button>
        <Button type="submit" name="answer" value="refused" variant="secondary">
          {t('decline')}
        </Button>
      </div>
    </ActionForm>
  )
}

export async function NothingAsked() {
  const t = await getTranslations('agirProofs.officers')
  return (
    <Notice tone="success" title={t('none')}>
      {t('noneText')}
    </Notice>
  )
}
