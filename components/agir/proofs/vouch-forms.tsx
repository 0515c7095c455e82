import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { Icon } from '@/components/ui/icon'
import { vouch, vouchFor } from '@/lib/agir/organisations/proofs/actions'
import { proofForms } from './words'

/** One gesture as a resident; another in the name of an organisation one answers for. */
export async function VouchForms({ slug, owned }: { slug: string; owned: { id: string; name: string }[] }) {
  const t = await getTranslations('agirProofs.vouching')
  const forms = await proofForms()
  return (
    <div className="space-y-8">
      <ActionForm action={vouch} {...forms} done={t('done')} className="space-y-4">
        <input type="hidden" name="slug" value={slug} />
        <SubmitButton icon={<Icon name="heart-handshake" />}>{t('asResident')}</SubmitButton>
      </ActionForm>
      {owned.length > 0 && (
        <ActionForm
          action={vouchFor}
          {...forms}
          done={t('done')}
          className="space-y-4 border-t border-line pt-6"
        >
          <input type="hidden" name="slug" value={slug} />
          <FormSelect
            name="byOrganisationId"
            label={t('asOrganisation')}
            value={owned[0]!.id}
            choices={owned.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}
