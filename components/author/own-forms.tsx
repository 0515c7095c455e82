import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CountedArea } from '@/components/deposit/counted-area'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { add, edit, relaunch, split, takeBack, withdraw } from '@/lib/ideas/authoring/actions'
import { addendumLength } from '@/lib/ideas/authoring/input'
import { type AuthoringRefusal, authoringRefusals } from '@/lib/ideas/authoring/rules'
import type { Site } from '@/lib/tenancy/site'

export async function EditForm({
  site,
  idea,
}: {
  site: Site
  idea: { id: string; title: string; body: string }
}) {
  const t = await getTranslations('author')
  const { titleLength, bodyLength } = site.tenant.ideas
  return (
    <ActionForm
      action={edit}
      words={await formWords()}
      labels={{ title: t('edit.titleLabel'), body: t('edit.bodyLabel') }}
      refusals={await refusals(site)}
      done={t('edit.done')}
      className="space-y-6"
    >
      <input type="hidden" name="ideaId" value={idea.id} />
      <FormInput
        name="title"
        label={t('edit.titleLabel')}
        hint={t('edit.titleHint', titleLength)}
        value={idea.title}
        required
      />
      <CountedArea
        name="body"
        label={t('edit.bodyLabel')}
        hint={t('edit.bodyHint', bodyLength)}
        value={idea.body}
        rows={12}
        required
        limits={bodyLength}
        words={await countWords()}
        locale={site.locale}
      />
      <SubmitButton>{t('edit.submit')}</SubmitButton>
    </ActionForm>
  )
}

export async function AddendumForm({ site, ideaId }: { site: Site; ideaId: string }) {
  const t = await getTranslations('author')
  return (
    <ActionForm
      action={add}
      words={await formWords()}
      labels={{ body: t('addendum.label') }}
      refusals={await refusals(site)}
      done={t('addendum.done')}
      className="space-y-6"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <CountedArea
        name="body"
        id="addendum"
        label={t('addendum.label')}
        hint={t('addendum.hint', addendumLength)}
        rows={5}
        required
        limits={addendumLength}
        words={await countWords()}
        locale={site.locale}
      />
      <SubmitButton variant="secondary">{t('addendum.submit')}</SubmitButton>
    </ActionForm>
  )
}

const presses = { takeBack, withdraw, relaunch, split } as const

/** One button that changes the state of a whole idea. */
export async function OneButton({
  site,
  ideaId,
  does,
  danger,
  children,
}: {
  site: Site
  ideaId: string
  does: keyof typeof presses
  danger?: boolean
  children: ReactNode
}) {
  return (
    <ActionForm action={presses[does]} words={await formWords()} refusals={await refusals(site)}>
      <input type="hidden" name="ideaId" value={ideaId} />
      <SubmitButton variant={danger ? 'danger' : 'secondary'}>{children}</SubmitButton>
    </ActionForm>
  )
}

async function countWords() {
  const t = await getTranslations('deposit')
  return {
    count: t('text.count', { count: '{count}', max: '{max}' }),
    missing: t('text.missing', { left: '{left}' }),
    over: t('text.over', { over: '{over}' }),
  }
}

async function refusals({ tenant }: Site): Promise<Record<AuthoringRefusal, string>> {
  const t = await getTranslations('author')
  const values = { email: tenant.contact.email, max: tenant.ideas.draftsPerPerson }
  const sentences = authoringRefusals.map((code) => [code, t(`refusals.${code}`, values)])
  return Object.fromEntries(sentences) as Record<AuthoringRefusal, string>
}
