import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { editRefusal, mayAddAddendum, sharedFrom } from '@/lib/ideas/authoring/rules'
import type { Axes } from '@/lib/ideas/rules'
import type { Site } from '@/lib/tenancy/site'
import { AddendumForm, EditForm } from './own-forms'
import { moments, Section } from './own-idea-panels'

type Idea = Axes & {
  id: string
  title: string
  body: string
  supportCount: number
  isInWindow: boolean
  editableUntil: Date | null
  texts: { version: number; title: string; digest: string; at: Date }[]
  addenda: { id: string; body: string; at: Date }[]
}

/** What an author may still do to a text others support, and what they did. */
export async function PublishedPanel({
  site,
  idea,
  publicHref,
  isOnPaper,
}: {
  site: Site
  idea: Idea
  publicHref: string
  isOnPaper: boolean
}) {
  const [t, paper] = await Promise.all([getTranslations('author'), getTranslations('paper.blank')])
  const { at } = await moments()
  const mayEdit = editRefusal(idea) === null
  return (
    <div className="space-y-10">
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={publicHref} icon={<Icon name="eye" />}>
          {t('published.see')}
        </ButtonLink>
        {isOnPaper && (
          <ButtonLink href={`${publicHref}/feuille`} variant="secondary" icon={<Icon name="printer" />}>
            {paper('open')}
          </ButtonLink>
        )}
      </div>
      {mayEdit && (
        <Section title={t('published.edit')}>
          <p>{t('published.editUntil', { date: at(idea.editableUntil), count: sharedFrom })}</p>
          <EditForm site={site} idea={idea} />
        </Section>
      )}
      {mayAddAddendum(idea) && (
        <Section title={t('addendum.title')}>
          <p>{t('published.closed')}</p>
          <AddendumForm site={site} ideaId={idea.id} />
        </Section>
      )}
      {idea.addenda.length > 0 && (
        <Section title={t('addendum.list')}>
          <ul className="space-y-5">
            {idea.addenda.map((addendum) => (
              <li key={addendum.id}>
                <p className="font-bold">{at(addendum.at)}</p>
                <p dir="auto" className="wrap-anywhere whitespace-pre-line">
                  {addendum.body}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {idea.texts.length > 0 && (
        <Section title={t('versions.title')}>
          <ol reversed className="space-y-4">
            {idea.texts.map((text) => (
              <li key={text.version}>
                <p className="font-bold">
                  {t('versions.version', { version: text.version })} · {at(text.at)}
                </p>
                <p dir="auto">{text.title}</p>
                <p className="text-sm text-muted">
                  {t('versions.digest')} <code className="break-all">{text.digest}</code>
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  )
}
