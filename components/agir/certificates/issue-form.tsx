import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Checkbox } from '@/components/ui/checkbox'
import { issue } from '@/lib/agir/certificates/actions'
import { type CertificateRefusal, certificateRefusals } from '@/lib/agir/certificates/rules'
import type { OwnLine } from '@/lib/agir/hours/queries'
import { totalsBy } from '@/lib/agir/hours/totals/rules'
import { lastingWords } from '../hours/hour-words'

export async function certificateRefusalWords() {
  const t = await getTranslations('agirCertificates.refusals')
  return Object.fromEntries(certificateRefusals.map((code) => [code, t(code)])) as Record<
    CertificateRefusal,
    string
  >
}

/** For which time, and with whom: the city signs what counts. */
export async function IssueForm({ lines, today }: { lines: OwnLine[]; today: string }) {
  const [t, lasting] = await Promise.all([getTranslations('agirCertificates.issue'), lastingWords()])
  const known = totalsBy(
    lines.filter(({ organisationId }) => organisationId),
    ({ organisationId }) => organisationId!,
  ).filter(({ counted }) => counted > 0)
  const names = new Map(lines.map(({ organisationId, organisation }) => [organisationId, organisation]))
  const first = lines.map(({ servedOn }) => servedOn).sort()[0] ?? today
  return (
    <Section id="attestation" title={t('title')}>
      <p className="mb-5">{t('text')}</p>
      {known.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ActionForm
          action={issue}
          words={await formWords()}
          labels={{ from: t('from'), until: t('until'), organisationIds: t('organisations') }}
          refusals={await certificateRefusalWords()}
          className="space-y-5"
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <FormInput name="from" type="date" label={t('from')} value={first} required />
            <FormInput name="until" type="date" label={t('until')} value={today} required />
          </div>
          <fieldset>
            <legend className="font-bold">{t('organisations')}</legend>
            {known.map(({ of, counted }) => (
              <Checkbox
                key={of}
                name="organisationIds"
                id={`avec-${of}`}
                value={of}
                defaultChecked
                label={
                  <span dir="auto">{t('one', { name: names.get(of) ?? '', lasting: lasting(counted) })}</span>
                }
              />
            ))}
          </fieldset>
          <SubmitButton>{t('submit')}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  )
}
