import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import type { LetterTemplate } from '@/lib/moderation/templates/queries'

/** The city's beginnings of letters: each a link that opens the form with these words in it. */
export async function TemplateChoice({ templates, here }: { templates: LetterTemplate[]; here: string }) {
  const t = await getTranslations('desk')
  if (templates.length === 0) return null
  return (
    <Fold title={t('letters')} className="mb-4">
      <ul>
        {templates.map(({ id, title }) => (
          <li key={id}>
            <a href={`${here}&modele=${id}`} className="inline-flex min-h-11 items-center">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
