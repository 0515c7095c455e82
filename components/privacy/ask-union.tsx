import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'
import { ask } from '@/lib/people/unions/desk/actions'
import type { FoundAccount } from '@/lib/people/unions/queries'
import { unionReason } from '@/lib/people/unions/rules'
import { unionRefusalWords } from './union-words'

/** Finds both accounts first; then says which stays, which closes, and why. */
export async function AskUnion({
  here,
  asked,
  found,
}: {
  here: string
  asked: string
  found: FoundAccount[]
}) {
  const t = await getTranslations('unions.desk')
  return (
    <section aria-labelledby="demander" className="mt-14">
      <h2 id="demander" className="text-xl">
        {t('link')}
      </h2>
      <p className="mt-2 mb-5 text-muted">{t('linkLead')}</p>
      <form method="get" action={here} role="search" className="mb-8 space-y-4">
        <TextInput
          name="q"
          label={t('search')}
          defaultValue={asked}
          minLength={2}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" variant="secondary" icon={<Icon name="search" />}>
          {t('find')}
        </Button>
      </form>
      {asked && found.length === 0 && <p role="status">{t('none')}</p>}
      {found.length > 0 && <ChooseForm found={found} />}
    </section>
  )
}

async function ChooseForm({ found }: { found: FoundAccount[] }) {
  const [t, format] = [await getTranslations('unions.desk'), await getFormatter()]
  const noName = (await getTranslations('unions'))('confirm.noName')
  const waysOf = ({ ways, joinedAt }: FoundAccount) =>
    t('ways', {
      ways: format.list(ways.map((way) => t(way === 'email' ? 'byEmail' : 'byProvider'))),
      on: format.dateTime(joinedAt, { dateStyle: 'long' }),
    })
  const choices = found.map((account) => ({
    value: account.id,
    label: <bdi className="font-bold">{account.name ?? noName}</bdi>,
    hint: (
      <span className="wrap-anywhere">{[account.email, waysOf(account)].filter(Boolean).join(' · ')}</span>
    ),
  }))
  return (
    <ActionForm
      action={ask}
      words={await formWords()}
      labels={{ kept: t('keep'), absorbed: t('absorb'), reason: t('reason') }}
      refusals={await unionRefusalWords()}
      className="grid gap-8"
    >
      <div className="grid gap-8 md:grid-cols-2">
        <FormRadios name="kept" label={t('keep')} choices={choices} required />
        <FormRadios name="absorbed" label={t('absorb')} choices={choices} required />
      </div>
      <FormArea
        name="reason"
        label={t('reason')}
        hint={t('reasonHint', { min: unionReason.min })}
        rows={4}
        required
      />
      <div>
        <SubmitButton>{t('ask')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
