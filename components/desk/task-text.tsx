import { getTranslations } from 'next-intl/server'
import { IdeaPreview } from '@/components/deposit/idea-preview'
import { Notice } from '@/components/ui/notice'
import { smallFileOf } from '@/lib/media/rules'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import type { Site } from '@/lib/tenancy/site'

/** The text itself, as its page shows it or would. */
export async function TaskText({
  site,
  read,
  idea,
  publicHref,
}: {
  site: Site
  read: ReadTask
  idea: Parameters<typeof IdeaPreview>[0]['idea'] | null
  publicHref: string | null
}) {
  const t = await getTranslations('desk')
  const { subject } = read
  if (!subject) return <Notice tone="warn" title={t('gone')} />
  return (
    <div>
      {idea ? (
        <IdeaPreview site={site} idea={idea} />
      ) : (
        <blockquote
          lang={subject.locale}
          dir="auto"
          className="rounded-card border border-line bg-paper p-5 wrap-anywhere whitespace-pre-line md:p-8"
        >
          {subject.text}
        </blockquote>
      )}
      {subject.pictures?.map(({ file, alt }) => (
        <figure key={file} className="mt-4">
          <img
            src={`/media/${smallFileOf(file)}`}
            alt={alt}
            className="max-h-80 rounded-card border border-line"
          />
          <figcaption dir="auto" className="mt-1 text-base text-muted">
            {alt}
          </figcaption>
        </figure>
      ))}
      {publicHref && subject.standing === 'visible' && (
        <p className="mt-3">
          <a href={publicHref}>{t('see')}</a>
        </p>
      )}
    </div>
  )
}
