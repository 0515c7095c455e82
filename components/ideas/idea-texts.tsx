import { getFormatter, getTranslations } from 'next-intl/server'
import type { PublicIdea } from '@/lib/ideas/queries'
import { Section } from './section'
import { WrittenText } from './written-text'

/** What the author added once the text could no longer change. */
export async function IdeaAddenda({ idea }: { idea: PublicIdea }) {
  if (idea.addenda.length === 0) return null
  const [t, format] = await Promise.all([getTranslations('ideas'), getFormatter()])
  return (
    <Section id="complements" title={t('addenda.title')}>
      <ul className="space-y-6">
        {idea.addenda.map(({ id, body, at }) => (
          <li key={id} className="border-s-4 border-action ps-4">
            <p className="mb-2 text-base font-bold text-muted">
              {t('addenda.on', { date: format.dateTime(at, { dateStyle: 'long' }) })}
            </p>
            <WrittenText text={body} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Each text it has had since its publication, when it has had several. */
export async function IdeaVersions({ idea }: { idea: PublicIdea }) {
  if (idea.texts.length < 2) return null
  const [t, format] = await Promise.all([getTranslations('ideas'), getFormatter()])
  return (
    <Section id="versions" title={t('versions.title', { count: idea.texts.length })}>
      <p className="text-muted">{t('versions.why')}</p>
      <ul className="mt-4 space-y-2">
        {idea.texts.map(({ version, title, body, digest, at }) => (
          <li key={version}>
            <details className="rounded-card border border-line">
              <summary className="flex min-h-11 items-center px-4 py-2 font-bold">
                {t('versions.one', {
                  version,
                  date: format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }),
                })}
              </summary>
              <div className="border-t border-line p-4">
                <p dir="auto" className="mb-3 font-bold">
                  {title}
                </p>
                <WrittenText text={body} />
                <p className="mt-4 font-mono text-sm break-all text-muted">SHA-256 {digest}</p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
