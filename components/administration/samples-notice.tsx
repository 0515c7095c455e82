import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Notice } from '@/components/ui/notice'
import { takeSamplesAway } from '@/lib/ideas/samples/actions'

/** The examples of a city's first day, and the press that takes them all away. */
export async function SamplesNotice({ count, isGone }: { count: number; isGone: boolean }) {
  const t = await getTranslations('settings.samples')
  if (count === 0)
    return isGone ? (
      <div className="mb-8 max-w-[48rem]">
        <Notice tone="success" live="status" title={t('gone')} />
      </div>
    ) : null
  return (
    <div className="mb-8 max-w-[48rem]">
      <Notice title={t('title', { count })}>
        <p>{t('text')}</p>
        <ActionForm action={takeSamplesAway} words={await formWords()} refusals={{}} className="mt-4">
          <SubmitButton variant="secondary">{t('remove')}</SubmitButton>
        </ActionForm>
      </Notice>
    </div>
  )
}
