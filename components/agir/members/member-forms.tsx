import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { answer, giveRole, invite, leave, remove } from '@/lib/agir/organisations/members/actions'
import type { Member } from '@/lib/agir/organisations/members/queries'
import { neededFor } from '@/lib/agir/organisations/members/rules'
import { hasPower, memberRoles, type MemberRole } from '@/lib/agir/organisations/rules'
import type { MemberForms } from './words'

type Forms = { forms: MemberForms }

/** The roles that somebody of this role may give. */
async function rolesFor(role: MemberRole) {
  const t = await getTranslations('agirOrganisations.roles')
  return memberRoles
    .filter((one) => hasPower(role, neededFor(one)))
    .map((value) => ({ value, label: t(value) }))
}

export async function AnswerForms({ member, forms }: Forms & { member: Member }) {
  const t = await getTranslations('agirMembers')
  return (
    <ActionForm action={answer} {...forms} className="flex flex-wrap gap-3">
      <input type="hidden" name="membershipId" value={member.id} />
      <Button type="submit" name="answer" value="accept" size="small">
        {t('accept')}
        <span className="sr-only"> {member.name}</span>
      </Button>
      <Button type="submit" name="answer" value="decline" size="small" variant="secondary">
        {t('decline')}
        <span className="sr-only"> {member.name}</span>
      </Button>
    </ActionForm>
  )
}

export async function RoleForm({ member, role, forms }: Forms & { member: Member; role: MemberRole }) {
  const t = await getTranslations('agirMembers')
  return (
    <ActionForm action={giveRole} {...forms} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="membershipId" value={member.id} />
      <FormSelect
        id={`role-${member.id}`}
        name="role"
        label={t('roleOf', { name: member.name ?? '' })}
        value={member.role}
        choices={await rolesFor(role)}
      />
      <SubmitButton variant="secondary">{t('giveRole')}</SubmitButton>
    </ActionForm>
  )
}

export async function RemoveForm({ member, forms }: Forms & { member: Member }) {
  const t = await getTranslations('agirMembers')
  return (
    <ActionForm action={remove} {...forms}>
      <input type="hidden" name="membershipId" value={member.id} />
      <SubmitButton variant="quiet" icon={<Icon name="x" />}>
        {t(member.state === 'invited' ? 'uninvite' : 'remove')}
        <span className="sr-only"> {member.name ?? member.email}</span>
      </SubmitButton>
    </ActionForm>
  )
}

type Here = Forms & { organisationId: string }

export async function InviteForm({ organisationId, role, forms }: Here & { role: MemberRole }) {
  const t = await getTranslations('agirMembers')
  return (
    <Fold title={t('invite.title')} className="mt-4">
      <ActionForm
        action={invite}
        {...forms}
        labels={{ email: t('invite.email'), role: t('invite.role') }}
        done={t('invite.done')}
        className="space-y-5"
      >
        <input type="hidden" name="organisationId" value={organisationId} />
        <FormInput
          name="email"
          type="email"
          dir="ltr"
          autoComplete="off"
          label={t('invite.email')}
          hint={t('invite.hint')}
          required
        />
        <FormSelect name="role" label={t('invite.role')} value="member" choices={await rolesFor(role)} />
        <RoleHelp />
        <SubmitButton icon={<Icon name="mail" />}>{t('invite.submit')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}

async function RoleHelp() {
  const [t, roles] = [await getTranslations('agirMembers'), await getTranslations('agirOrganisations.roles')]
  return (
    <dl className="grid gap-x-4 gap-y-2 text-base sm:grid-cols-[auto_1fr]">
      {memberRoles.map((role) => (
        <div key={role} className="contents">
          <dt className="font-bold">{roles(role)}</dt>
          <dd className="text-muted">{t(`may.${role}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

export async function LeaveForm({ organisationId, forms }: Here) {
  const t = await getTranslations('agirMembers')
  return (
    <Fold title={t('leave.title')} className="mt-4">
      <ActionForm action={leave} {...forms} className="space-y-3">
        <input type="hidden" name="organisationId" value={organisationId} />
        <p>{t('leave.text')}</p>
        <SubmitButton variant="secondary">{t('leave.submit')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}
