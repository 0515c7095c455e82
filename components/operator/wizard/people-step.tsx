import { getTranslations } from 'next-intl/server'
import { FormInput, FormSelect } from '@/components/forms/form-fields'
import { answerPeople } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { invitedRoles } from '@/lib/tenancy/creation/input'
import { StepFrame } from './step-frame'

const rows = [1, 2, 3, 4]
/** Those without whom a city is not ready to open. */
const proposed = ['owner', 'owner', 'moderator', 'admin'] as const

export async function PeopleStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.people')
  const { people = [], sender } = draft.answers
  const roles = [...people.map(({ role }) => role), ...stillProposed(people)]
  const choices = invitedRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))
  const labels = {
    sender: t('sender'),
    ...Object.fromEntries(rows.map((row) => [`email${row}`, t('email', { row })])),
  }
  return (
    <StepFrame draft={draft} action={answerPeople} labels={labels}>
      {rows.map((row) => (
        <div key={row} className="grid gap-4 sm:grid-cols-[3fr_2fr]">
          <FormInput
            name={`email${row}`}
            type="email"
            label={t('email', { row })}
            value={people[row - 1]?.email}
          />
          <FormSelect
            name={`role${row}`}
            label={t('role', { row })}
            choices={choices}
            value={roles[row - 1]}
          />
        </div>
      ))}
      <FormInput
        name="sender"
        type="email"
        label={labels.sender}
        hint={t('senderHint')}
        value={sender?.email}
      />
    </StepFrame>
  )
}

/** The roles proposed that nobody named has yet. */
function stillProposed(people: NonNullable<Draft['answers']['people']>) {
  const named = people.map(({ role }) => role)
  return proposed.filter((role) => {
    const at = named.indexOf(role)
    if (at >= 0) named.splice(at, 1)
    return at < 0
  })
}
