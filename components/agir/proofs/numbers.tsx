import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { add, release } from '@/lib/agir/organisations/identifiers/actions'
import type { ListedProof } from '@/lib/agir/organisations/proofs/queries'
import type { ManagedOrganisation } from '@/lib/agir/organisations/queries'
import { identifierSchemes } from '@/lib/agir/organisations/rules'
import type { ProofForms } from './words'

/** The numbers by which registers know them: what is held, what is disputed, and one more. */
export async function Numbers({
  one,
  proofs,
  forms,
}: {
  one: ManagedOrganisation
  proofs: ListedProof[]
  forms: ProofForms
}) {
  const t = await getTranslations('agirProofs.numbers')
  const schemes = await getTranslations('agirOrganisations.schemes')
  const isContested = proofs.some(({ state, evidence }) => state === 'asked' && evidence.holder)
  return (
    <div>
      <h3 className="text-lg">{t('title')}</h3>
      {one.identifiers.length === 0 && <p className="mt-1 text-muted">{t('none')}</p>}
      <ul>
        {one.identifiers.map(({ scheme, value }) => (
          <li key={scheme + value} className="flex flex-wrap items-center gap-x-4">
            <span>
              {schemes(scheme)} <span className="tabular font-bold">{value}</span>
            </span>
            <ActionForm action={release} {...forms}>
              <input type="hidden" name="organisationId" value={one.id} />
              <input type="hidden" name="scheme" value={scheme} />
              <input type="hidden" name="value" value={value} />
              <SubmitButton variant="quiet" icon={<Icon name="x" />}>
                {t('release')}
                <span className="sr-only"> {value}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      {isContested && (
        <div className="mt-3">
          <Notice tone="warn" title={t('contested')} />
        </div>
      )}
      <ActionForm
        action={add}
        {...forms}
        labels={{ scheme: t('scheme'), value: t('value') }}
        done={t('done')}
        className="mt-4 space-y-4"
      >
        <input type="hidden" name="organisationId" value={one.id} />
        <FormSelect
          name="scheme"
          label={t('scheme')}
          value={one.kind === 'association' ? 'rna' : 'siret'}
          choices={identifierSchemes.map((value) => ({ value, label: schemes(value) }))}
        />
        <FormInput name="value" dir="ltr" label={t('value')} hint={t('hint')} maxLength={60} required />
        <SubmitButton variant="secondary" icon={<Icon name="plus" />}>
          {t('add')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
