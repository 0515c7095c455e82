import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { WrittenText } from '@/components/ideas/written-text'
import { Page } from '@/components/layout/page'
import { refusalWords } from '@/components/life/refusal-words'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { currentPerson } from '@/lib/auth/current-person'
import { join } from '@/lib/ideas/carriers/actions'
import { findInvitation } from '@/lib/ideas/carriers/queries'
import { carrierRefusals } from '@/lib/ideas/carriers/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('life'))('join.title'), robots: { index: false } }
}

/** Where an invitation to carry a text leads. Opening it changes nothing: whoever reads mail for others opens it too. */
export default async function JoinPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { tenant } = await currentSite()
  const { jeton } = await searchParams
  const [t, href, person] = [await getTranslations('life'), await currentHref(), await currentPerson()]
  const token = typeof jeton === 'string' ? jeton : ''
  const invitation = await findInvitation(tenant, token)
  if (!invitation)
    return (
      <Page title={t('join.gone')} width="text">
        <p>{t('join.goneText')}</p>
      </Page>
    )
  const here = encodeURIComponent(`${href('/porter')}?jeton=${encodeURIComponent(token)}`)
  return (
    <Page title={t('join.title')} width="text">
      <div className="space-y-6">
        <p>{t('join.asked', { name: invitation.inviter ?? t('timeline.gone') })}</p>
        <blockquote className="rounded-card border border-line p-5">
          <p dir="auto" className="text-lg font-bold">
            {invitation.title}
          </p>
          <WrittenText text={invitation.body} />
        </blockquote>
        <p>{t('join.text')}</p>
        {person ? (
          <ActionForm action={join} words={await formWords()} refusals={await refusalWords(carrierRefusals)}>
            <input type="hidden" name="jeton" value={token} />
            <SubmitButton icon={<Icon name="hand-heart" />}>{t('join.submit')}</SubmitButton>
          </ActionForm>
        ) : (
          <ButtonLink href={`${href('/connexion')}?suite=${here}`} icon={<Icon name="log-in" />}>
            {t('join.signIn')}
          </ButtonLink>
        )}
      </div>
    </Page>
  )
}
