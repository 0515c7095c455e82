import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { erase } from '@/lib/operator/departures/actions'
import type { CityStatus } from '@/lib/tenancy/states/rules'
import type { SignedProof } from '@/lib/tenancy/departure/erasing/rules'

type Props = {
  city: { id: string; status: CityStatus; closesAt: Date | null }
  proof: SignedProof | null
  now: Date
}

/** A city on its way out, or gone: until when it can stay, and the proof that nothing of it is left. */
export async function DepartureCard({ city, proof, now }: Props) {
  if (proof) return <ProofCard proof={proof} />
  if (city.status !== 'closing' || !city.closesAt) return null
  const t = await getTranslations('operator.departure')
  const format = await getFormatter()
  const day = format.dateTime(city.closesAt, { dateStyle: 'long', timeStyle: 'short' })
  if (city.closesAt > now)
    return (
      <Notice tone="warn" title={t('closing', { day })}>
        {t('closingText')}
      </Notice>
    )
  return <EraseForm id={city.id} />
}

async function EraseForm({ id }: { id: string }) {
  const t = await getTranslations('operator.departure')
  return (
    <Card className="border-danger">
      <h2 className="text-xl">{t('due')}</h2>
      <p className="mt-2 mb-5">{t('dueText')}</p>
      <ActionForm
        action={erase}
        words={await formWords()}
        labels={{ typed: t('typed', { id }) }}
        refusals={{ not_the_name: t('notTheName', { id }), not_over_yet: t('notOver') }}
        className="space-y-4"
      >
        <input type="hidden" name="city" value={id} />
        <FormInput name="typed" label={t('typed', { id })} autoComplete="off" className="max-w-80" />
        <SubmitButton variant="danger">{t('erase')}</SubmitButton>
      </ActionForm>
    </Card>
  )
}

async function ProofCard({ proof }: { proof: SignedProof }) {
  const t = await getTranslations('operator.departure')
  const format = await getFormatter()
  const rows = Object.entries(proof.rows)
  const count = rows.reduce((sum, [, held]) => sum + held, 0)
  return (
    <Card>
      <h2 className="text-xl">
        {t('gone', {
          day: format.dateTime(new Date(proof.erasedAt), { dateStyle: 'long', timeStyle: 'short' }),
        })}
      </h2>
      <p className="mt-2">{t('goneText', { count, tables: rows.length })}</p>
      <p className="mt-3 text-base wrap-anywhere text-muted">
        SHA-256 <code dir="ltr">{proof.digest}</code>
      </p>
      <p className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href={`/villes/${proof.city}/preuve.json`} icon={<Icon name="download" />}>
          {t('download')}
        </ButtonLink>
        <ButtonLink href="/preuve" variant="secondary">
          {t('check')}
        </ButtonLink>
      </p>
      <div className="mt-5">
        <Fold title={t('tables')}>
          <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 text-base">
            {rows.map(([table, held]) => (
              <Held key={table} table={table} count={format.number(held)} />
            ))}
          </dl>
        </Fold>
      </div>
    </Card>
  )
}

function Held({ table, count }: { table: string; count: string }) {
  return (
    <>
      <dt>
        <code dir="ltr">{table}</code>
      </dt>
      <dd className="tabular text-end">{count}</dd>
    </>
  )
}
