import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { OwnInitiative } from '@/lib/agir/initiatives/own/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { Act } from './acts'

export const stateTones = {
  draft: 'neutral',
  submitted: 'warn',
  active: 'success',
  ended: 'neutral',
  rejected: 'danger',
  hidden: 'danger',
} as const

/** What one keeps, for whom, and where each stands. */
export async function OwnInitiatives({ own }: { own: OwnInitiative[] }) {
  const [t, href] = await Promise.all([getTranslations('agirInitiatives.own'), currentHref()])
  return (
    <ul className="divide-y divide-line border-y border-line">
      {own.map(({ id, title, state, organisation }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
          <div className="min-w-60 flex-1">
            <a
              href={href(state === 'draft' ? `/mes-initiatives/${id}/sujet` : `/mes-initiatives/${id}`)}
              dir="auto"
              className="inline-flex min-h-11 items-center text-lg font-bold wrap-anywhere"
            >
              {title}
            </a>
            <p className="text-base text-muted">{organisation ?? t('together')}</p>
          </div>
          <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>
        </li>
      ))}
    </ul>
  )
}

/** Those one takes part in. */
export async function JoinedList({ joined }: { joined: { id: string; slug: string; title: string }[] }) {
  if (joined.length === 0) return null
  const [t, href] = await Promise.all([getTranslations('agirInitiatives.own'), currentHref()])
  return (
    <section aria-labelledby="rejointes">
      <h2 id="rejointes" className="text-xl">
        {t('joined')}
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {joined.map(({ id, slug, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 py-2">
            <a
              href={href(`/initiatives/${slug}`)}
              dir="auto"
              className="inline-flex min-h-11 items-center wrap-anywhere"
            >
              {title}
            </a>
            <Act does="leave" id={id} variant="quiet" size="small">
              {t('leave')}
            </Act>
          </li>
        ))}
      </ul>
    </section>
  )
}
