import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { forgetLetter } from '@/lib/moderation/templates/actions'
import type { LetterTemplate } from '@/lib/moderation/templates/queries'
import { codeNames } from './words'

export async function TemplateList({ templates, here }: { templates: LetterTemplate[]; here: string }) {
  const t = await getTranslations('desk.modeles')
  const [nameOf, words] = [await codeNames(), await formWords()]
  if (templates.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {templates.map(({ id, title, body, code, locale }) => (
        <li key={id} className="py-5">
          <h2 dir="auto" className="text-lg font-bold">
            {title}
          </h2>
          {code && (
            <p className="mt-1">
              <Tag>{nameOf(code)}</Tag>
            </p>
          )}
          <p lang={locale} dir="auto" className="mt-2 wrap-anywhere whitespace-pre-line">
            {body}
          </p>
          <div className="mt-3 flex flex-wrap gap-3">
            <ButtonLink href={`${here}?modele=${id}#modele`} variant="secondary">
              <span aria-hidden="true">{t('change')}</span>
              <VisuallyHidden>{t('changeWhat', { title })}</VisuallyHidden>
            </ButtonLink>
            <ActionForm action={forgetLetter} words={words} refusals={{}}>
              <input type="hidden" name="id" value={id} />
              <SubmitButton variant="quiet">
                <span aria-hidden="true">{t('forget')}</span>
                <VisuallyHidden>{t('forgetWhat', { title })}</VisuallyHidden>
              </SubmitButton>
            </ActionForm>
          </div>
        </li>
      ))}
    </ul>
  )
}
