import { getTranslations } from 'next-intl/server'
import type { ReadTask } from '@/lib/moderation/desk/queries'
import { codeNames, deskMoments } from './words'

/** Everything decided about it, the last first: for whoever comes second, and for an appeal. */
export async function TaskHistory({ read }: { read: ReadTask }) {
  const t = await getTranslations('desk')
  const nameOf = await codeNames()
  const { at } = await deskMoments()
  return (
    <section aria-labelledby="decide">
      <h2 id="decide" className="text-lg">
        {t('history')}
      </h2>
      {read.decisions.length === 0 && <p className="mt-2 text-muted">{t('historyNone')}</p>}
      <ol className="mt-3 space-y-4">
        {read.decisions.map((decision) => {
          const who = {
            act: t(`acts.${decision.act}`),
            name: decision.by ?? (decision.isAutomated ? t('byRule') : t('noAuthor')),
            date: at(decision.at),
          }
          return (
            <li key={decision.id}>
              <p className="font-bold">
                {decision.second ? t('historyTwo', { ...who, second: decision.second }) : t('historyBy', who)}
              </p>
              {decision.code && <p className="text-base">{nameOf(decision.code)}</p>}
              {decision.text && (
                <blockquote
                  dir="auto"
                  className="mt-1 border-s-4 border-line ps-4 text-base wrap-anywhere whitespace-pre-line"
                >
                  {decision.text}
                </blockquote>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
