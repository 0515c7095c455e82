import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import { hintsOf } from '@/lib/moderation/hints/rules'

/** What might be looked at twice. Nothing when nothing was noticed. */
export async function TaskHints({ read, watched }: { read: ReadTask; watched: readonly string[] }) {
  const t = await getTranslations('desk.hints')
  if (!read.subject) return null
  const { title, text } = read.subject
  const { authorSince, task } = read
  const noticed = hintsOf({
    title,
    text,
    watched,
    authorSince,
    reportCount: task.reportCount,
    now: new Date(),
  })
  if (noticed.length === 0) return null
  return (
    <section aria-labelledby="indices">
      <h2 id="indices" className="text-lg">
        {t('title')}
      </h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {noticed.map(({ hint, found }) => (
          <li key={hint}>
            <Tag tone="warn">
              <span dir="auto">
                {[t(hint), found.filter(Boolean).join(', ')].filter(Boolean).join(' : ')}
              </span>
            </Tag>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-base text-muted">{t('lead')}</p>
    </section>
  )
}
