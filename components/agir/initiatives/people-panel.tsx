import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import type { InitiativePerson, KeptInitiative } from '@/lib/agir/initiatives/own/queries'
import { share } from '@/lib/agir/initiatives/joining/actions'
import { Act } from './acts'
import { initiativeSentences } from './words'

type Props = { one: KeptInitiative; people: InitiativePerson[]; personId: string }

/** Who is there, and who keeps it: seen by those who keep it alone. */
export async function PeoplePanel({ one, people, personId }: Props) {
  const [t, format] = await Promise.all([getTranslations('agirInitiatives.own.people'), getFormatter()])
  const keepers = people.filter(({ role }) => role === 'keeper').length
  return (
    <section aria-labelledby="participants">
      <h2 id="participants" className="text-xl">
        {t('title', { count: people.length })}
      </h2>
      <p className="mt-1 text-muted">{t(one.organisationId ? 'leadOrganisation' : 'lead')}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line empty:hidden">
        {people.map(({ id, name, role, at, personId: own }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <span className="min-w-0">
              <bdi className="block font-bold">{name ?? t('unnamed')}</bdi>
              <span className="text-base text-muted">
                {t(role, { date: format.dateTime(at, { dateStyle: 'long' }) })}
              </span>
            </span>
            {!one.organisationId && role === 'participant' && <Share initiativeId={one.id} placeId={id} />}
            {own === personId && keepers > 1 && (
              <Act does="leave" id={one.id} variant="quiet" size="small">
                {t('leave')}
              </Act>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Share({ initiativeId, placeId }: { initiativeId: string; placeId: string }) {
  const t = await getTranslations('agirInitiatives.own.people')
  return (
    <ActionForm action={share} words={await formWords()} refusals={await initiativeSentences()}>
      <input type="hidden" name="initiativeId" value={initiativeId} />
      <input type="hidden" name="placeId" value={placeId} />
      <SubmitButton variant="secondary" size="small">
        {t('share')}
      </SubmitButton>
    </ActionForm>
  )
}
