import { getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { join, leave } from '@/lib/agir/initiatives/joining/actions'
import { discard, end, resume, send, takeBack } from '@/lib/agir/initiatives/publishing/actions'
import { initiativeSentences } from './words'

const acts = { send, takeBack, discard, end, resume, leave }

/** One thing that can be done about an initiative by a press. */
export async function Act({
  does,
  id,
  children,
  ...look
}: { does: keyof typeof acts; id: string; children: ReactNode } & Pick<
  ComponentProps<typeof SubmitButton>,
  'variant' | 'size'
>) {
  return (
    <ActionForm action={acts[does]} words={await formWords()} refusals={await initiativeSentences()}>
      <input type="hidden" name="initiativeId" value={id} />
      <SubmitButton {...look}>{children}</SubmitButton>
    </ActionForm>
  )
}

/** To take part, from the page everyone sees: who is there already is told so. */
export async function TakePart({ id }: { id: string }) {
  const t = await getTranslations('agirInitiatives.page')
  return (
    <ActionForm
      action={join}
      words={await formWords()}
      refusals={await initiativeSentences()}
      done={t('joined')}
      className="space-y-2"
    >
      <input type="hidden" name="initiativeId" value={id} />
      <SubmitButton size="large" icon={<Icon name="hand-heart" />}>
        {t('join')}
      </SubmitButton>
      <p className="text-base text-muted">{t('joinNote')}</p>
    </ActionForm>
  )
}
