import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { unite } from '@/lib/agir/sources/actions'
import type { SourceWork } from '@/lib/agir/sources/queries'
import { sourceName } from '@/lib/agir/sources/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { sourceRefusalsSaid } from './source-words'

type Duplicate = SourceWork['duplicates'][number]

/** Pairs that may be one thing, side by side, with which of the two would stay. */
export async function DuplicateList({ duplicates }: { duplicates: Duplicate[] }) {
  const [t, format, words, refusals] = await Promise.all([
    getTranslations('agirSources'),
    getFormatter(),
    formWords(),
    sourceRefusalsSaid(),
  ])
  return (
    <section aria-labelledby="doublons" className="mb-12">
      <h2 id="doublons" className="text-2xl">
        {t('duplicates')}
      </h2>
      <ul className="mt-4 grid gap-4">
        {duplicates.map(({ id, metres, likeness, both }) => (
          <li key={id}>
            <Card>
              <p className="text-muted">
                {t('alike', {
                  metres: format.number(Math.round(metres)),
                  percent: format.number(Math.round(likeness * 100)),
                })}
              </p>
              <div className="mt-4 grid gap-5 sm:grid-cols-2">
                {both.map((one) => (
                  <One key={one.slug} one={one} />
                ))}
              </div>
              <div className="mt-5 flex flex-wrap gap-3">
                {(['dismiss', 'merge'] as const).map((one) => (
                  <ActionForm key={one} action={unite} words={words} refusals={refusals}>
                    <input type="hidden" name="candidateId" value={id} />
                    <input type="hidden" name="answer" value={one} />
                    <SubmitButton variant={one === 'merge' ? 'primary' : 'secondary'}>{t(one)}</SubmitButton>
                  </ActionForm>
                ))}
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function One({ one }: { one: Duplicate['both'][number] }) {
  const [{ locale }, t, href] = await Promise.all([
    currentSite(),
    getTranslations('agirSources'),
    currentHref(),
  ])
  return (
    <article className="border-t border-line pt-3">
      {one.stays && <Tag tone="action">{t('stays')}</Tag>}
      <h3 className="mt-2 text-lg">
        <a
          href={href(`/activites/${one.slug}`)}
          lang={one.locale === locale ? undefined : one.locale}
          dir="auto"
        >
          {one.title}
        </a>
      </h3>
      <p dir="auto" className="mt-1 line-clamp-3">
        {one.summary}
      </p>
      <p className="mt-1 text-base text-muted">
        {one.placeLabel && <bdi className="block">{one.placeLabel}</bdi>}
        {one.origin ? t('from', { name: sourceName(one) }) : t('local')}
      </p>
    </article>
  )
}
