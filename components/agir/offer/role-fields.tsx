import { getTranslations } from 'next-intl/server'
import { FormInput, FormSelect } from '@/components/forms/form-fields'
import { Fold } from '@/components/ui/fold'
import { type Role, roleLimits } from '@/lib/agir/positions/rules'
import { skills } from '@/lib/agir/volunteers/rules'

/** Where there is more than one thing to do: what each is called, what helps, and how many are needed. */
export async function RoleFields({ roles }: { roles: Role[] }) {
  const t = await getTranslations('agirOffer.welcome.roles')
  return (
    <Fold title={t('title')} open={roles.length > 0}>
      <p className="mt-2 text-base text-muted">{t('hint')}</p>
      <RoleRows roles={roles} />
    </Fold>
  )
}

type Row = Role & { positionId?: string }

/** A row for each thing to do, and some for others. */
export async function RoleRows({ roles }: { roles: Row[] }) {
  const [t, skillOf] = await Promise.all([
    getTranslations('agirOffer.welcome.roles'),
    getTranslations('agirVolunteers.skills'),
  ])
  const rows = Math.min(roleLimits.most, Math.max(3, roles.length + 2))
  const choices = skills.map((value) => ({ value, label: skillOf(value) }))
  return (
    <div className="mt-4 space-y-6">
      {Array.from({ length: rows }, (_, place) => (
        <fieldset key={place} className="border-t border-line pt-4">
          <legend className="sr-only">{t('one', { n: place + 1 })}</legend>
          {roles[place]?.positionId && (
            <input type="hidden" name={`role_${place}_position`} value={roles[place].positionId} />
          )}
          <div className="grid gap-4 sm:grid-cols-[2fr_1.5fr_1fr]">
            <FormInput
              name={`role_${place}_label`}
              label={t('label')}
              value={roles[place]?.label}
              maxLength={roleLimits.label.max}
              autoComplete="off"
            />
            <FormSelect
              name={`role_${place}_skill`}
              label={t('skill')}
              empty={t('any')}
              value={roles[place]?.skill ?? undefined}
              choices={choices}
            />
            <FormInput
              name={`role_${place}_capacity`}
              label={t('capacity')}
              inputMode="numeric"
              value={roles[place]?.capacity?.toString()}
            />
          </div>
        </fieldset>
      ))}
    </div>
  )
}

/** What each of their fields is called where something is wrong with it. */
export async function roleLabels(): Promise<Record<string, string>> {
  const t = await getTranslations('agirOffer.welcome.roles')
  const named = Array.from({ length: roleLimits.most }, (_, place) => [
    [`role_${place}_label`, `${t('one', { n: place + 1 })} : ${t('label')}`],
    [`role_${place}_capacity`, `${t('one', { n: place + 1 })} : ${t('capacity')}`],
  ])
  return Object.fromEntries(named.flat()) as Record<string, string>
}
