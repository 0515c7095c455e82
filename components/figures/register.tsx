import { getTranslations } from 'next-intl/server'
import { codeNames, deskMoments } from '@/components/desk/words'
import { Table } from '@/components/ui/table'
import type { listPublicDecisions } from '@/lib/moderation/figures/queries'

type Decided = Awaited<ReturnType<typeof listPublicDecisions>>['decisions'][number] & { href: string | null }

/** Every decision of the month: what and why, never who. */
export async function Register({ decisions, moreHref }: { decisions: Decided[]; moreHref: string | null }) {
  const t = await getTranslations('figures')
  const d = await getTranslations('desk')
  const nameOf = await codeNames()
  const { at } = await deskMoments()
  return (
    <section aria-labelledby="registre" className="mt-14">
      <h2 id="registre" className="text-xl">
        {t('register')}
      </h2>
      {decisions.length === 0 ? (
        <p className="mt-2 text-muted">{t('registerNone')}</p>
      ) : (
        <div className="mt-3">
          <Table
            caption={t('decision')}
            hideCaption
            columns={[
              { key: 'date', label: t('date') },
              { key: 'decision', label: t('decision') },
              { key: 'why', label: t('why') },
              { key: 'what', label: t('what') },
            ]}
            rows={decisions.map((one) => ({
              key: one.id,
              cells: {
                date: at(one.at),
                decision: [d(`acts.${one.act}`), one.byTwo && t('byTwo'), one.isAutomated && t('byRule')]
                  .filter(Boolean)
                  .join(', '),
                why: one.code ? nameOf(one.code) : '–',
                what: one.href ? (
                  <a href={one.href} dir="auto" className="wrap-anywhere">
                    {one.title}
                  </a>
                ) : (
                  <span className="text-muted">
                    {t(`kindsOf.${one.subjectKind}`)} ({t('unnamed')})
                  </span>
                ),
              },
            }))}
          />
        </div>
      )}
      {moreHref && (
        <p className="mt-4">
          <a href={moreHref} className="inline-flex min-h-11 items-center">
            {t('more')}
          </a>
        </p>
      )}
    </section>
  )
}
