import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { begin, change, close, discard, send } from '@/lib/agir/organisations/actions'
import type { ManagedOrganisation } from '@/lib/agir/organisations/queries'
import { organisationLimits } from '@/lib/agir/organisations/rules'
import type { Site } from '@/lib/tenancy/site'
import { DetailFields, detailLabels } from './detail-fields'
import { organisationSentences } from './words'

type Shown = { site: Pick<Site, 'tenant' | 'locale'>; one: ManagedOrganisation }

export async function BeginForm({ site }: Pick<Shown, 'site'>) {
  const t = await getTranslations('agirOrganisations.form')
  return (
    <ActionForm
      action={begin}
      words={await formWords()}
      labels={await detailLabels(site)}
      refusals={await organisationSentences()}
      className="space-y-8"
    >
      <DetailFields site={site} />
      <SubmitButton size="large" icon={<Icon name="arrow-right" />}>
        {t('begin')}
      </SubmitButton>
    </ActionForm>
  )
}

/** All that its page says, to be changed; what waits to be read is what the form shows. */
export async function ChangeForm({ site, one }: Shown) {
  const t = await getTranslations('agirOrganisations.form')
  const said = { ...one, ...one.wish }
  return (
    <ActionForm
      action={change}
      words={await formWords()}
      labels={await detailLabels(site)}
      refusals={await organisationSentences()}
      className="space-y-8"
    >
      <input type="hidden" name="organisationId" value={one.id} />
      <DetailFields site={site} one={said} />
      <FormArea
        name="story"
        label={t('story')}
        hint={t('storyHint')}
        optional={t('optional')}
        value={said.story}
        rows={10}
        maxLength={organisationLimits.story.max}
      />
      <FormInput
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        optional={t('optional')}
        value={one.address ?? undefined}
        maxLength={organisationLimits.address.max}
        autoComplete="street-address"
      />
      <FormInput
        name="publicEmail"
        type="email"
        dir="ltr"
        label={t('publicEmail')}
        hint={t('publicEmailHint')}
        optional={t('optional')}
        value={one.publicEmail ?? undefined}
        maxLength={254}
      />
      <SubmitButton icon={<Icon name="check" />}>{t('keep')}</SubmitButton>
    </ActionForm>
  )
}

/** To have it read by the city, or to throw it away: while it is nobody else's to see. */
export async function SendForms({ one }: Pick<Shown, 'one'>) {
  const t = await getTranslations('agirOrganisations.own')
  const forms = { words: await formWords(), refusals: await organisationSentences() }
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm action={send} {...forms}>
        <input type="hidden" name="organisationId" value={one.id} />
        <SubmitButton icon={<Icon name="megaphone" />}>{t(one.request ? 'sendAgain' : 'send')}</SubmitButton>
      </ActionForm>
      {one.state === 'draft' && (
        <ActionForm action={discard} {...forms}>
          <input type="hidden" name="organisationId" value={one.id} />
          <SubmitButton variant="quiet">{t('discard')}</SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}

/** To end it for good: said plainly, and only by those who own it. */
export async function CloseForm({ one }: Pick<Shown, 'one'>) {
  const t = await getTranslations('agirOrganisations.own')
  return (
    <Fold title={t('close.title')}>
      <ActionForm
        action={close}
        words={await formWords()}
        refusals={await organisationSentences()}
        className="space-y-3"
      >
        <input type="hidden" name="organisationId" value={one.id} />
        <p>{t('close.text')}</p>
        <SubmitButton variant="danger">{t('close.submit')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}
