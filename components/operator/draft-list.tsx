import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { type Draft, nextStep, stepPaths, steps } from '@/lib/operator/wizard/rules'

/** Cities that were begun and left: each goes on where it was. */
export async function DraftList({ drafts }: { drafts: Draft[] }) {
  if (drafts.length === 0) return null
  const t = await getTranslations('operator')
  const format = await getFormatter()
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className="text-xl">
        {t('drafts.title')}
      </h2>
      <ul className="mt-4 grid gap-4 md:grid-cols-2">
        {drafts.map(({ id, answers, changedAt }) => {
          const step = nextStep(answers)
          return (
            <li key={id}>
              <Card>
                <a href={`/nouvelle/${id}/${stepPaths[step]}`} className="text-lg font-bold">
                  {answers.identity?.name ?? answers.known?.name}
                </a>
                <p className="text-base text-muted">
                  {t('drafts.at', {
                    step: steps.indexOf(step) + 1,
                    of: steps.length,
                    name: t(`steps.${step}`),
                  })}
                  {' · '}
                  {format.dateTime(changedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                </p>
              </Card>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
