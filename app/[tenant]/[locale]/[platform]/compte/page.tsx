import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { ProfileForm, TieForm } from '@/components/people/account-forms'
import { FollowedList, Part, SessionList, SignOut } from '@/components/people/account-parts'
import { AgreedList, StillAsked } from '@/components/people/agreed-list'
import { AccountWays } from '@/components/people/account-ways'
import { OwnBanNotice } from '@/components/people/own-ban'
import { KnownList } from '@/components/people/known-list'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { currentSession } from '@/lib/auth/current-person'
import { requirePerson } from '@/lib/auth/require-person'
import { localized } from '@/lib/i18n/localized'
import { findOwnBan } from '@/lib/people/bans/queries'
import { ownNames } from '@/lib/i18n/own-names'
import { listAccepted } from '@/lib/people/acceptances/queries'
import { findAccount } from '@/lib/people/queries'
import { isVouchedFor } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { listAsked } from '@/lib/tenancy/legal/queries'
import { owedBy } from '@/lib/tenancy/legal/rules'

/** Of what one follows; the rest is on a page of its own. */
const shownHere = 5

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title'), robots: { index: false } }
}

export default async function AccountPage() {
  const signedIn = await requirePerson()
  const { tenant, locale } = await currentSite()
  const [t, unions] = [await getTranslations('account'), await getTranslations('unions')]
  const href = await currentHref()
  const { person, sessions, followed } = await findAccount(tenant, signedIn.id)
  const accepted = await listAccepted(tenant, signedIn.id)
  const ban = await findOwnBan(tenant, signedIn.id)
  const owed = owedBy(await listAsked(tenant), accepted)
  const labels = tenant.signIn.providers.map(({ label }) => localized(label, locale, tenant))
  const label = new Intl.ListFormat(locale, { type: 'disjunction' }).format(labels)
  const isVouched = isVouchedFor(person)
  const profile = { ...person, locale: person.locale ?? tenant.locales[0]! }
  const languages = tenant.locales.map((value) => ({ value, label: ownNames[value] }))
  const districts = tenant.territory.districts.map(({ code, name }) => ({
    value: code,
    label: localized(name, locale, tenant),
  }))
  const known = isVouched ? t('known.vouched', { label }) : t('known.declared')
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <AccountWays person={signedIn} />
      {ban && <OwnBanNotice ban={ban} />}
      {owed.length > 0 && <StillAsked />}
      <div className="grid gap-6">
        <Part id="profil" title={t('profile.title')}>
          <ProfileForm profile={profile} languages={languages} />
        </Part>
        <Part id="connu" title={t('known.title')} lead={known}>
          <KnownList person={person} districts={districts} />
          {!isVouched && <TieForm tie={person} districts={districts} />}
        </Part>
        <Part id="suivis" title={t('follows.title')}>
          <FollowedList
            followed={followed
              .slice(0, shownHere)
              .map((idea) => ({ ...idea, href: href(`/idees/${idea.slug}`, 'decider') }))}
          />
          <p className="mt-4">
            <a href={href('/compte/suivis')}>{t('follows.manage')}</a>
          </p>
        </Part>
        <Part id="sessions" title={t('sessions.title')} lead={t('sessions.lead')}>
          <SessionList sessions={sessions} hereId={(await currentSession())?.sessionId} />
          <SignOut everywhere />
        </Part>
        <Part id="accords" title={t('agreed.title')} lead={t('agreed.lead')}>
          <AgreedList accepted={accepted} />
        </Part>
        <Part id="donnees" title={t('copy.title')} lead={t('copy.lead')}>
          <ButtonLink
            href={href('/compte/mes-donnees')}
            variant="secondary"
            icon={<Icon name="download" />}
            download
          >
            {t('copy.download')}
          </ButtonLink>
        </Part>
        <Part id="reunion" title={unions('title')} lead={unions('partLead')}>
          <ButtonLink href={href('/compte/reunir')} variant="secondary" icon={<Icon name="users" />}>
            {unions('link')}
          </ButtonLink>
        </Part>
        <Part id="suppression" title={t('leave.title')} lead={t('leave.lead')}>
          <ButtonLink href={href('/compte/supprimer')} variant="secondary" icon={<Icon name="trash-2" />}>
            {t('leave.link')}
          </ButtonLink>
        </Part>
      </div>
    </Page>
  )
}
