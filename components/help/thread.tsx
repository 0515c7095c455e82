import { getFormatter, getTranslations } from 'next-intl/server'
import type { Ticket } from '@/lib/tenancy/help/queries'

/** What was said on a ticket, the first word first. */
export async function Thread({ messages }: { messages: Ticket['messages'] }) {
  const t = await getTranslations('help')
  const format = await getFormatter()
  return (
    <ol className="grid gap-4">
      {messages.map(({ id, body, at, operatorEmail, name }) => (
        <li
          key={id}
          className={`rounded-card border border-line p-5 ${operatorEmail ? 'bg-action-tint text-on-action-tint' : ''}`}
        >
          <p className="text-base">
            <span className="font-bold">
              {operatorEmail ? t('operator', { email: operatorEmail }) : (name ?? t('gone'))}
            </span>
            {' · '}
            {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
          </p>
          <p className="mt-2 whitespace-pre-line wrap-anywhere">{body}</p>
        </li>
      ))}
    </ol>
  )
}
