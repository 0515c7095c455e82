import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { DraftForm, ScheduleForm, SettleForm } from '@/components/administration/draft-forms'
import { DraftReview } from '@/components/administration/draft-review'
import { ConsoleFrame } from '@/components/administration/frame'
import { PreviewForm } from '@/components/administration/preview-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { currentSite } from '@/lib/tenancy/current-site'
import { listScheduled } from '@/lib/tenancy/drafts/queries'
import { findReview, type Review } from '@/lib/tenancy/drafts/review/queries'

type Props = { searchParams: Promise<{ fait?: string }> }
const told = ['publie', 'propose', 'programme', 'abandonne', 'repris', 'choisi'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('pages.draft.title'), robots: { index: false } }
}

export default async function DraftPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const t = await getTranslations('settings')
  const { fait } = await searchParams
  const done = told.find((one) => one === fait)
  const review = await findReview(tenant)
  return (
    <ConsoleFrame person={person} here="draft" title={t('pages.draft.title')} lead={t('pages.draft.text')}>
      {done && (
        <div className="mb-8">
          <Notice tone="success" live="status" title={t(`done.${done}`)} />
        </div>
      )}
      {review ? <Open review={review} /> : <EmptyState title={t('noDraft')}>{t('noDraftText')}</EmptyState>}
      <Scheduled />
    </ConsoleFrame>
  )
}

async function Open({ review }: { review: Review }) {
  const t = await getTranslations('settings')
  const isProposed = review.draft.status === 'proposed'
  if (review.changes.length === 0 && review.conflicts.length === 0)
    return (
      <EmptyState title={t('noChange')} action={<DraftForm act="discard" review={review} />}>
        {t('noChangeText')}
      </EmptyState>
    )
  return (
    <div className="space-y-12">
      {isProposed && <Notice tone="warn" title={t('waiting.proposed')} />}
      {review.conflicts.length > 0 && (
        <section aria-labelledby="choisir" className="rounded-card border border-warn p-5">
          <h2 id="choisir" className="text-xl">
            {t('settleTitle')}
          </h2>
          <p className="mt-2 mb-5 text-muted">{t('settleText')}</p>
          <SettleForm review={review} />
        </section>
      )}
      <DraftReview review={review} />
      <PreviewForm draft={review.draft} />
      <section
        aria-labelledby="publier"
        className="grid gap-8 rounded-card border border-line bg-tint p-5 md:p-8 lg:grid-cols-2"
      >
        <div>
          <h2 id="publier" className="mb-4 text-xl">
            {t('publishTitle')}
          </h2>
          {review.needsSecond && !isProposed ? (
            <DraftForm act="propose" review={review} />
          ) : (
            <DraftForm act="publish" review={review} />
          )}
        </div>
        <div>
          <h2 className="mb-4 text-xl">{t('scheduleTitle')}</h2>
          <ScheduleForm review={review} />
        </div>
      </section>
      <div className="flex flex-wrap gap-4">
        {isProposed && <DraftForm act="takeBack" review={review} />}
        <DraftForm act="discard" review={review} />
      </div>
    </div>
  )
}

/** What waits for its day, and what could not be published on it. */
async function Scheduled() {
  const { tenant } = await currentSite()
  const scheduled = await listScheduled(tenant)
  const [t, format] = [await getTranslations('settings'), await getFormatter()]
  if (scheduled.length === 0) return null
  return (
    <section aria-labelledby="prevues" className="mt-12">
      <h2 id="prevues" className="mb-4 text-xl">
        {t('scheduled')}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {scheduled.map((draft) => (
          <li key={draft.id} className="space-y-4 py-5">
            <p className="font-bold">
              {format.dateTime(draft.publishAt!, { dateStyle: 'full', timeStyle: 'short' })}
            </p>
            {draft.problem && (
              <Notice tone="danger" title={t('waiting.failed')}>
                {t.has(`refusals.${draft.problem}` as 'refusals.nothing_new') &&
                  t(`refusals.${draft.problem}` as 'refusals.nothing_new')}
              </Notice>
            )}
            <DraftForm act="takeBack" review={{ draft, changesRules: false }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
