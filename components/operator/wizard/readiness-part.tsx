import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { type Draft, type Step, stepPaths } from '@/lib/operator/wizard/rules'
import { type Readiness, type ReadinessPoint, readinessPoints } from '@/lib/tenancy/readiness/rules'

/** The step at which each point is answered; the others are seen to in the city itself. */
const stepOf: Partial<Record<ReadinessPoint, Step>> = {
  publisher: 'doors',
  privacy: 'doors',
  languages: 'languages',
  contrast: 'look',
  owners: 'people',
  moderators: 'people',
  sign_in: 'doors',
  hosts: 'address',
}

type Props = { draft: Draft; facts: Readiness; missing: readonly ReadinessPoint[] }

/** What a city needs before everyone comes in: what the answers give it, and what they leave open. */
export async function ReadinessPart({ draft, facts, missing }: Props) {
  const t = await getTranslations('operator.opening')
  const r = await getTranslations('readiness')
  const values = { moderators: facts.moderators, owners: facts.owners, hosts: '' }
  const points = Object.keys(readinessPoints) as ReadinessPoint[]
  return (
    <section aria-labelledby="pret" className="mt-10">
      <h2 id="pret" className="text-xl">
        {r('title')}
      </h2>
      <p className="mt-2 text-muted">
        {missing.length === 0 ? t('allThere') : t('someMissing', { count: missing.length })}
      </p>
      <ul className="mt-4 grid gap-x-8 sm:grid-cols-2">
        {points.map((point) => {
          const isMissing = missing.includes(point)
          const step = stepOf[point]
          return (
            <li key={point} className="flex items-start gap-3 border-b border-line py-3">
              <span className={isMissing ? 'text-warn' : 'text-success'}>
                <Icon name={isMissing ? 'clock' : 'circle-check'} size={24} />
              </span>
              <div className="min-w-0">
                <p className="font-bold">
                  {r(`points.${point}.title`)}
                  <span className="sr-only"> : {r(isMissing ? 'states.todo' : 'states.done')}</span>
                </p>
                {isMissing && <p className="text-base text-muted">{r(`points.${point}.text`, values)}</p>}
                {isMissing && step && (
                  <a
                    href={`/nouvelle/${draft.id}/${stepPaths[step]}`}
                    className="inline-flex min-h-11 items-center text-base"
                  >
                    {t('seeTo')}
                    <span className="sr-only"> : {r(`points.${point}.title`)}</span>
                  </a>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
