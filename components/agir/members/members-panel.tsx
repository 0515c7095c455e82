import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import type { Member } from '@/lib/agir/organisations/members/queries'
import { neededFor } from '@/lib/agir/organisations/members/rules'
import { hasPower, type MemberRole } from '@/lib/agir/organisations/rules'
import { WriteLink } from '../messages/write-link'
import { AnswerForms, InviteForm, LeaveForm, RemoveForm, RoleForm } from './member-forms'
import { memberForms } from './words'

type Shown = {
  organisationId: string
  members: Member[]
  /** Who looks, and as what. */
  personId: string
  role: MemberRole
}

/** Who acts with an organisation: those who ask first, then those who are there, then those who were invited. */
export async function MembersPanel({ organisationId, members, personId, role }: Shown) {
  const t = await getTranslations('agirMembers')
  const forms = await memberForms()
  const manages = hasPower(role, 'manage')
  const of = (state: Member['state']) => members.filter((one) => one.state === state)
  return (
    <Section id="membres" title={t('title', { count: of('active').length })}>
      {manages && <Requests asking={of('requested')} />}
      <ul className="divide-y divide-line border-y border-line">
        {of('active').map((member) => (
          <li key={member.id} className="space-y-3 py-4">
            <Named member={member} isOwn={member.personId === personId} />
            <Writing {...{ member, role }} isOwn={member.personId === personId} />
            {manages && hasPower(role, neededFor(member.role)) && member.personId !== personId && (
              <Fold title={t('change', { name: member.name ?? t('nameless') })}>
                <div className="flex flex-wrap items-end gap-3">
                  <RoleForm {...{ member, role, forms }} />
                  <RemoveForm {...{ member, forms }} />
                </div>
              </Fold>
            )}
          </li>
        ))}
        {manages && of('invited').map((member) => <Invited key={member.id} member={member} />)}
      </ul>
      {manages && <InviteForm {...{ organisationId, role, forms }} />}
      <LeaveForm {...{ organisationId, forms }} />
    </Section>
  )
}

async function Named({ member, isOwn }: { member: Member; isOwn: boolean }) {
  const [t, roles] = [await getTranslations('agirMembers'), await getTranslations('agirOrganisations.roles')]
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span dir="auto" className="font-bold wrap-anywhere">
        {member.name ?? t('nameless')}
      </span>
      {isOwn && <span className="text-muted">{t('you')}</span>}
      <Tag>{roles(member.role)}</Tag>
    </p>
  )
}

/** Those who speak for the organisation and those who only belong to it can write to each other. */
async function Writing({ member, role, isOwn }: { member: Member; role: MemberRole; isOwn: boolean }) {
  if (hasPower(member.role, 'speak') || hasPower(role, 'speak') === isOwn) return null
  return (
    <WriteLink membershipId={member.id} way={isOwn ? 'team' : 'person'} name={isOwn ? null : member.name} />
  )
}

async function Requests({ asking }: { asking: Member[] }) {
  const [t, format] = [await getTranslations('agirMembers'), await getFormatter()]
  const forms = await memberForms()
  if (asking.length === 0) return null
  return (
    <div className="mb-6 rounded-card border border-line bg-tint p-5">
      <h3 className="text-lg">{t('requests', { count: asking.length })}</h3>
      <ul className="mt-3 space-y-4">
        {asking.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-3">
            <div className="min-w-0">
              <span dir="auto" className="font-bold wrap-anywhere">
                {member.name ?? t('nameless')}
              </span>
              <span className="block text-base text-muted">
                {t('since', { date: format.dateTime(member.at, { dateStyle: 'long' }) })}
              </span>
              <WriteLink membershipId={member.id} way="person" name={member.name} />
            </div>
            <AnswerForms {...{ member, forms }} />
          </li>
        ))}
      </ul>
    </div>
  )
}

async function Invited({ member }: { member: Member }) {
  const t = await getTranslations('agirMembers')
  const forms = await memberForms()
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-4">
      <span className="wrap-anywhere text-muted">{t('invited', { email: member.email ?? '' })}</span>
      <RemoveForm {...{ member, forms }} />
    </li>
  )
}
