import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { stop } from '@/lib/notifications/interests/actions'

export type ShownInterest = { id: string; name: string; href: string }

/** Themes, districts and places, each a way to the list it stands for. */
export async function InterestList({ interests }: { interests: ShownInterest[] }) {
  if (interests.length === 0) return null
  const t = await getTranslations('notifications.followed')
  const words = await formWords()
  return (
    <ul className="mb-6 divide-y divide-line border-y border-line">
      {interests.map(({ id, name, href }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
          <a href={href} className="min-w-0 flex-1 basis-48 py-2 font-bold">
            {name}
          </a>
          <ActionForm action={stop} words={words} refusals={{}}>
            <input type="hidden" name="interestId" value={id} />
            <SubmitButton variant="quiet" icon={<Icon name="bell-off" />} className="-ms-5 sm:ms-0 sm:-me-5">
              <span aria-hidden="true">{t('stop')}</span>
              <VisuallyHidden>{t('stopWhat', { name })}</VisuallyHidden>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
