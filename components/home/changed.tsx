import { getFormatter, getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import type { Overview } from '@/lib/ideas/overview/queries'
import { imageSources } from '@/lib/media/rules'

type Delivered = Overview['delivered'][number]

/** What got built, from the day it was asked for. Absent until something has. */
export async function Changed({
  delivered,
  hrefOn,
}: {
  delivered: Overview['delivered']
  hrefOn: (path: string) => string
}) {
  if (delivered.length === 0) return null
  const t = await getTranslations('home')
  const isAlone = delivered.length === 1
  return (
    <section aria-labelledby="ce-qui-a-change" className="shell pb-16 md:pb-24">
      <h2 id="ce-qui-a-change">{t('changed')}</h2>
      <ul className={`mt-6 grid gap-8 ${isAlone ? '' : 'md:grid-cols-2 lg:grid-cols-3'}`}>
        {delivered.map((idea) => (
          <li
            key={idea.id}
            className={`space-y-5 border-t-4 border-success pt-5 ${isAlone && idea.report?.file ? 'md:grid md:grid-cols-2 md:gap-10' : ''}`}
          >
            <Photo report={idea.report} />
            <div className="max-w-text space-y-4">
              <h3 className="text-lg md:text-xl">
                <a href={hrefOn(`/idees/${idea.slug}`)}>
                  <bdi>{idea.title}</bdi>
                </a>
              </h3>
              {idea.report && (
                <p dir="auto" className="line-clamp-4">
                  {idea.report.body}
                </p>
              )}
              <Way idea={idea} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Asked for, supported, done: three days that anyone can check on its page. */
async function Way({ idea }: { idea: Delivered }) {
  const [t, format] = await Promise.all([getTranslations('home'), getFormatter()])
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const steps = [
    idea.publishedAt && t('askedOn', { date: day(idea.publishedAt) }),
    idea.reachedAt && t('rightOn', { date: day(idea.reachedAt), count: idea.supportCount }),
    t('changedOn', { date: day(idea.changedAt) }),
  ].filter((step) => step !== null)
  return (
    <ol className="space-y-2 text-base">
      {steps.map((step, index) => (
        <li key={step} className={`flex gap-3 ${index === steps.length - 1 ? 'font-bold' : 'text-muted'}`}>
          <Icon name="circle-check" className="mt-0.5 shrink-0 text-success" />
          {step}
        </li>
      ))}
    </ol>
  )
}

function Photo({ report }: { report: Delivered['report'] }) {
  if (!report?.file || !report.width || !report.height) return null
  const { file, alt, width, height } = report
  return (
    <img
      {...imageSources({ file, width, height })}
      alt={alt ?? ''}
      sizes="(min-width: 64rem) 400px, 90vw"
      loading="lazy"
      className="aspect-[3/2] w-full rounded-card border border-line object-cover"
    />
  )
}
