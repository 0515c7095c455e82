import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MembersPanel } from '@/components/agir/members/members-panel'
import { ChangeForm, CloseForm } from '@/components/agir/organisations/own-forms'
import { OwnState } from '@/components/agir/organisations/own-state'
import { PictureForm } from '@/components/agir/pictures/picture-form'
import { Ladder } from '@/components/agir/proofs/ladder'
import { ProofsPanel } from '@/components/agir/proofs/proofs-panel'
import { Page } from '@/components/layout/page'
import { AppealPanel } from '@/components/reports/appeal-panel'
import { Statement } from '@/components/reports/statement'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { listMembers } from '@/lib/agir/organisations/members/queries'
import { domainToken, listProofs } from '@/lib/agir/organisations/proofs/queries'
import { findManaged } from '@/lib/agir/organisations/queries'
import { hasPower, isPublic, trustedFrom } from '@/lib/agir/organisations/rules'
import { requirePerson } from '@/lib/auth/require-person'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, unknown>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOrganisations.own'))('title'), robots: { index: false } }
}

const told = ['commencee', 'attend', 'changee', 'envoyee'] as const

export default async function ManagePage({ params, searchParams }: Props) {
  const [{ id }, person, site] = [await params, await requirePerson(), await currentSite()]
  const href = await currentHref()
  const [t, pictures] = [
    await getTranslations('agirOrganisations.own'),
    await getTranslations('agirPictures'),
  ]
  const one = (await findManaged(site.tenant, id, person.id)) ?? notFound()
  const isRestricted = one.state === 'rejected' || one.state === 'suspended'
  const statement =
    isRestricted && one.createdById === person.id ? await findStatement(site.tenant, id, person.id) : null
  const { fait } = await searchParams
  const said = told.find((word) => word === fait)
  const proofs = await listProofs(site.tenant, id)
  const vouched = proofs.filter(({ method, state }) => method === 'vouching' && state === 'proven').length
  const back = (
    <a href={href('/mes-organisations')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('title')}
    </a>
  )
  return (
    <Page title={<span dir="auto">{one.name}</span>} above={back} width="text">
      <div className="space-y-10">
        {said && <Notice tone="success" live="status" title={t(`done.${said}`)} />}
        <OwnState one={one} publicHref={isPublic(one.state) ? href(`/organisations/${one.slug}`) : null} />
        {statement && (
          <>
            <AppealPanel statement={statement} kind="organisation" subjectId={id} />
            <Statement
              statement={statement}
              email={site.tenant.contact.email}
              rulesHref={href(`/regles/${statement.ruleVersion ?? 1}`, 'decider')}
            />
          </>
        )}
        {!isRestricted && one.trust < trustedFrom && <Ladder {...{ one, vouched }} />}
        {!isRestricted && hasPower(one.role, 'manage') && (
          <Fold title={t('change')} open={one.state === 'draft' || one.request !== null}>
            <ChangeForm {...{ site, one }} />
          </Fold>
        )}
        {!isRestricted && hasPower(one.role, 'manage') && (
          <Fold title={pictures('logo')} open={fait === 'image'}>
            <PictureForm
              kind="organisation"
              id={id}
              image={one.wish?.logo ?? one.logo}
              alt={one.wish?.logoAlt ?? one.logoAlt}
              waits={Boolean(one.wish?.logo)}
            />
          </Fold>
        )}
        {hasPower(one.role, 'own') && !isRestricted && (
          <ProofsPanel
            one={one}
            proofs={proofs}
            token={domainToken(site.tenant, id)}
            vouchHref={
              one.state === 'active' ? site.origin + href(`/organisations/${one.slug}/repondre`) : null
            }
          />
        )}
        <MembersPanel
          organisationId={id}
          members={await listMembers(site.tenant, id)}
          personId={person.id}
          role={one.role}
        />
        {one.state === 'active' && hasPower(one.role, 'own') && <CloseForm one={one} />}
      </div>
    </Page>
  )
}
