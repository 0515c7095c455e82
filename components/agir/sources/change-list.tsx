import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { answer } from '@/lib/agir/sources/actions'
import type { SourceWork } from '@/lib/agir/sources/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { sourceRefusalsSaid } from './source-words'

type Change = SourceWork['changes'][number]

/** What a source says otherwise of what was taken over here, side by side, with the two answers there are. */
export async function ChangeList({ changes }: { changes: Change[] }) {
  const t = await getTranslations('agirSources')
  return (
    <section aria-labelledby="changements" className="mb-12">
      <h2 id="changements" className="text-2xl">
        {t('changes')}
      </h2>
      <ul className="mt-4 grid gap-4">
        {changes.map((change) => (
          <li key={change.id}>
            <Card>
              <Said change={change} />
              <Answers change={change} />
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Said({ change }: { change: Change }) {
  const [{ tenant, locale }, t, format, href] = await Promise.all([
    currentSite(),
    getTranslations('agirSources'),
    getFormatter(),
    currentHref(),
  ])
  const date = format.dateTime(change.at, { dateStyle: 'long', timeZone: tenant.timeZone })
  return (
    <>
      <h3 className="text-xl">
        <a
          href={href(`/activites/${change.slug}`)}
          lang={change.locale === locale ? undefined : change.locale}
          dir="auto"
        >
          {change.title}
        </a>
      </h3>
      {change.organisation && (
        <p className="text-muted">
          <bdi>{change.organisation}</bdi>
        </p>
      )}
      <p className="mt-2">{t(change.kind, { date })}</p>
      {change.dates && <Compared change={change} dates={change.dates} />}
    </>
  )
}

async function Compared({ change, dates }: { change: Change; dates: NonNullable<Change['dates']> }) {
  const t = await getTranslations('agirSources')
  const rows = [
    ...change.differences.map(({ field, here, there }) => ({ name: t(`fields.${field}`), here, there })),
    ...(dates.here === dates.there
      ? []
      : [
          {
            name: t('times'),
            here: t('count', { count: dates.here }),
            there: t('count', { count: dates.there }),
          },
        ]),
  ]
  return (
    <dl className="mt-4 grid gap-4">
      {rows.map(({ name, here, there }) => (
        <div key={name} className="border-t border-line pt-3">
          <dt className="font-bold">{name}</dt>
          <dd className="mt-1 grid gap-3 sm:grid-cols-2">
            {[
              { who: t('here'), text: here },
              { who: t('there'), text: there },
            ].map(({ who, text }) => (
              <div key={who}>
                <p className="text-base text-muted">{who}</p>
                <p dir="auto" className="line-clamp-6 wrap-anywhere whitespace-pre-line">
                  {text || t('none')}
                </p>
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

async function Answers({ change: { id, kind } }: { change: Change }) {
  const [t, words, refusals] = await Promise.all([
    getTranslations('agirSources'),
    formWords(),
    sourceRefusalsSaid(),
  ])
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      {(['keep', 'take'] as const).map((one) => (
        <ActionForm key={one} action={answer} words={words} refusals={refusals}>
          <input type="hidden" name="changeId" value={id} />
          <input type="hidden" name="answer" value={one} />
          <SubmitButton variant={one === 'keep' ? 'primary' : 'secondary'}>
            {t(one === 'take' && kind === 'gone' ? 'end' : one)}
          </SubmitButton>
        </ActionForm>
      ))}
    </div>
  )
}
