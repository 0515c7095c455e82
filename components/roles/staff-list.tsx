import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { revoke, setEnd } from '@/lib/people/roles/actions'
import type { HeldRole } from '@/lib/people/roles/queries'
import { placeName, type Places } from './places'
import { roleRefusalSentences } from './refusals'

/** By person: what each may do for the city, and how to end it. */
export async function StaffList({
  held,
  places,
  ownId,
}: {
  held: HeldRole[]
  places: Places
  ownId: string
}) {
  const t = await getTranslations('roles')
  const byPerson = Object.values(Object.groupBy(held, ({ personId }) => personId)) as HeldRole[][]
  return (
    <section aria-labelledby="en-cours">
      <h2 id="en-cours" className="text-xl">
        {t('held')}
      </h2>
      {held.length === 0 && <p className="mt-2 text-muted">{t('heldNone')}</p>}
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {byPerson.map((roles) => (
          <li key={roles[0]!.personId} className="py-5">
            <h3 className="text-lg font-bold wrap-anywhere">
              <span dir="auto">{roles[0]!.name ?? t('nameless')}</span>
              {roles[0]!.personId === ownId && <span className="font-normal text-muted"> ({t('you')})</span>}
            </h3>
            {roles[0]!.email && <p className="text-base wrap-anywhere text-muted">{roles[0]!.email}</p>}
            <ul className="mt-3 space-y-4">
              {roles.map((role) => (
                <Held key={role.id} role={role} places={places} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Held({ role, places }: { role: HeldRole; places: Places }) {
  const t = await getTranslations('roles')
  const format = await getFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const name = role.name ?? t('nameless')
  const what = t(`names.${role.role}`)
  const lasting = role.endsAt ? t('until', { date: day(new Date(role.endsAt.getTime() - 1)) }) : t('noEnd')
  return (
    <li className="rounded-card border border-line p-4">
      <p className="flex flex-wrap items-center gap-2">
        <Tag tone="action">{what}</Tag>
        <span className="font-bold">{placeName(places, role)}</span>
      </p>
      <p className="mt-2 text-base">
        {t(role.hasBegun ? 'since' : 'from', { date: day(role.startsAt) })}, {lasting} ·{' '}
        {t('givenBy', { name: role.givenBy ?? t('byOperator') })}
      </p>
      {role.reason && (
        <p dir="auto" className="text-base wrap-anywhere text-muted">
          {role.reason}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-2">
        <ActionForm action={revoke} words={await formWords()} refusals={await roleRefusalSentences()}>
          <input type="hidden" name="grantId" value={role.id} />
          <SubmitButton variant="secondary">
            <span aria-hidden="true">{t('revoke')}</span>
            <VisuallyHidden>{t('revokeWhat', { name, role: what })}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
        <Fold
          className="min-w-0 flex-1 basis-64"
          title={
            <>
              {t('end')}
              <VisuallyHidden> {t('endWhat', { name, role: what })}</VisuallyHidden>
            </>
          }
        >
          <EndForm role={role} />
        </Fold>
      </div>
    </li>
  )
}

async function EndForm({ role }: { role: HeldRole }) {
  const t = await getTranslations('roles')
  return (
    <ActionForm
      action={setEnd}
      words={await formWords()}
      refusals={await roleRefusalSentences()}
      labels={{ endsOn: t('endsOn') }}
      className="mt-2 space-y-3"
    >
      <input type="hidden" name="grantId" value={role.id} />
      <FormInput id={`fin-${role.id}`} name="endsOn" type="date" label={t('endsOn')} hint={t('endsHint')} />
      <SubmitButton variant="secondary">{t('endSubmit')}</SubmitButton>
    </ActionForm>
  )
}
