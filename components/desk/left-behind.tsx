import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { Left } from '@/lib/moderation/queue/input'
import { deskRefusalSentences } from './words'

/** Of the texts that were to be taken together: how many could not be, and why. */
export async function LeftBehind({ left }: { left: Left }) {
  const [t, format] = [await getTranslations('desk'), await getFormatter()]
  const sentences = await deskRefusalSentences()
  const reasons = Object.entries(left)
  if (reasons.length === 0) return null
  const count = reasons.reduce((sum, [, some]) => sum + some, 0)
  return (
    <div className="mb-6">
      <Notice tone="warn" title={t('severalLeft', { count })} live="status">
        <ul>
          {reasons.map(([why, some]) => (
            <li key={why}>
              {format.number(some)} · {sentences[why]}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
