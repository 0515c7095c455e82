import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { grant } from '@/lib/people/roles/actions'
import { mayEntrust } from '@/lib/people/roles/rules'
import { type Acting, grantedRoles } from '@/lib/people/rules'
import type { Places } from './places'
import { roleRefusalSentences } from './refusals'

/** The second step: what, where, and until when. */
export async function GiveRole({
  person,
  grants,
  places,
  againHref,
}: Acting & {
  person: { id: string; name: string | null; email: string | null }
  places: Places
  againHref: string
}) {
  const t = await getTranslations('roles')
  const offered = grantedRoles.filter((role) => mayEntrust({ grants }, role))
  const fields = ['role', 'scope', 'startsOn', 'endsOn', 'reason'] as const
  return (
    <>
      <h2 id="donner" className="text-xl wrap-anywhere">
        {t('giveTo', { name: person.name ?? t('nameless') })}
      </h2>
      {person.email && <p className="mt-1 wrap-anywhere text-muted">{person.email}</p>}
      <p className="mt-1 mb-5">
        <a href={againHref}>{t('another')}</a>
      </p>
      <ActionForm
        action={grant}
        words={await formWords()}
        refusals={await roleRefusalSentences()}
        labels={Object.fromEntries(fields.map((field) => [field, t(field)]))}
        className="space-y-5"
      >
        <input type="hidden" name="personId" value={person.id} />
        <FormSelect
          name="role"
          label={t('role')}
          empty={t('roleEmpty')}
          required
          choices={offered.map((value) => ({ value, label: t(`names.${value}`) }))}
        />
        <FormSelect name="scope" label={t('scope')} hint={t('scopeHint')} choices={places} />
        <FormInput
          name="startsOn"
          type="date"
          label={t('startsOn')}
          hint={t('startsHint')}
          optional={t('optional')}
        />
        <FormInput
          name="endsOn"
          type="date"
          label={t('endsOn')}
          hint={t('endsHint')}
          optional={t('optional')}
        />
        <FormInput name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={300} required />
        <SubmitButton wide>{t('submit')}</SubmitButton>
      </ActionForm>
    </>
  )
}
