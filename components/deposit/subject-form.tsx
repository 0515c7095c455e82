import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { answerSubject } from '@/lib/ideas/deposit/actions'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { linkTo } from './linked'

type Draft = { id: string; title: string; themeId: string | null }

type Props = {
  site: Site
  draft?: Draft
  ownHref: string
  /** The need it is made of, and what that is called. */
  need?: { id: string; title: string } | null
}

export async function SubjectForm({ site, draft, ownHref, need }: Props) {
  const { tenant, locale } = site
  const t = await getTranslations('deposit')
  const link = linkTo(ownHref)
  return (
    <ActionForm
      action={answerSubject}
      words={await formWords()}
      labels={{ title: t('subject.title'), themeId: t('subject.theme') }}
      refusals={{
        not_there: t.rich('gone', { link }),
        too_fast: t('tooFast'),
        too_many_drafts: t.rich('tooManyDrafts', { link, max: tenant.ideas.draftsPerPerson }),
      }}
      className="space-y-8"
    >
      {draft && <input type="hidden" name="ideaId" value={draft.id} />}
      {need && <input type="hidden" name="need" value={need.id} />}
      <FormInput
        name="title"
        label={t('subject.title')}
        hint={t('subject.titleHint', tenant.ideas.titleLength)}
        value={draft?.title ?? need?.title}
        required
        autoComplete="off"
      />
      <FormRadios
        name="themeId"
        label={t('subject.theme')}
        value={draft?.themeId ?? undefined}
        required
        choices={tenant.themes.map(({ id, name }) => ({ value: id, label: localized(name, locale, tenant) }))}
      />
      <SubmitButton size="large">{t('next')}</SubmitButton>
    </ActionForm>
  )
}
