import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Emblem } from '@/components/agir/organisations/emblem'
import { memberForms } from '@/components/agir/members/words'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { accept } from '@/lib/agir/organisations/members/actions'
import { findInvitation } from '@/lib/agir/organisations/members/queries'
import { currentPerson } from '@/lib/auth/current-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirMembers.join'))('invitation'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, unknown>> }

/** Where an invitation to act together leads. Opening it changes nothing: whoever reads mail for others opens it too. */
export default async function InvitationPage({ searchParams }: Props) {
  const { tenant } = await currentSite()
  const { jeton } = await searchParams
  const [t, roles, href] = [
    await getTranslations('agirMembers.join'),
    await getTranslations('agirOrganisations.roles'),
    await currentHref(),
  ]
  const token = typeof jeton === 'string' ? jeton : ''
  const invitation = await findInvitation(tenant, token)
  if (!invitation)
    return (
      <Page title={t('gone')} width="text">
        <p>{t('goneText')}</p>
      </Page>
    )
  const { name, summary, role, inviter } = invitation
  const here = encodeURIComponent(`${href('/rejoindre')}?jeton=${encodeURIComponent(token)}`)
  return (
    <Page title={t('invitation')} width="text">
      <div className="space-y-6">
        <p>{t('asked', { name: inviter ?? t('someone'), role: roles(role) })}</p>
        <div className="flex items-start gap-4 rounded-card border border-line bg-paper p-5">
          <Emblem name={name} />
          <div className="min-w-0">
            <p dir="auto" className="text-lg font-bold wrap-anywhere">
              {name}
            </p>
            <p dir="auto" className="text-muted">
              {summary}
            </p>
          </div>
        </div>
        {(await currentPerson()) ? (
          <ActionForm action={accept} {...await memberForms()}>
            <input type="hidden" name="jeton" value={token} />
            <SubmitButton icon={<Icon name="hand-heart" />}>{t('accept')}</SubmitButton>
          </ActionForm>
        ) : (
          <ButtonLink href={`${href('/connexion')}?suite=${here}`} icon={<Icon name="log-in" />}>
            {t('signIn')}
          </ButtonLink>
        )}
      </div>
    </Page>
  )
}
