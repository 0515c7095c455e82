import { getTranslations } from 'next-intl/server'
import type { Act } from '@/lib/moderation/rules'

export type ShownAct = Exclude<Act, 'take_over' | 'propose_hide'>

/** What each act is called in an address. */
export const actNames: Record<ShownAct, string> = {
  publish: 'publier',
  refuse: 'refuser',
  ask_changes: 'demander',
  hold: 'suspendre',
  release: 'lever',
  hide: 'masquer',
  decline_hide: 'ecarter',
  keep: 'garder',
  restore: 'rendre',
  uphold_appeal: 'accepter',
  reject_appeal: 'rejeter',
}

const titles = {
  publish: 'publish',
  refuse: 'refuse',
  ask_changes: 'ask',
  hold: 'hold',
  release: 'releaseHold',
  hide: 'hide',
  decline_hide: 'decline',
  keep: 'keep',
  restore: 'restore',
  uphold_appeal: 'uphold',
  reject_appeal: 'reject',
} as const

const letters: Partial<Record<ShownAct, string>> = {
  publish: 'p',
  uphold_appeal: 'p',
  keep: 'p',
  refuse: 'r',
  reject_appeal: 'r',
  decline_hide: 'r',
  hide: 'm',
}

export async function ActTabs({
  acts,
  current,
  here,
}: {
  acts: ShownAct[]
  current: ShownAct
  here: string
}) {
  const t = await getTranslations('desk')
  return (
    <nav aria-label={t('next')} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {acts.map((act) => (
          <li key={act}>
            <a
              href={`${here}?acte=${actNames[act]}`}
              data-key={letters[act]}
              aria-current={act === current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-control border border-control bg-paper px-3 text-base font-bold text-ink no-underline hover:border-ink aria-[current=page]:border-action aria-[current=page]:bg-action aria-[current=page]:text-on-action"
            >
              {t(`${titles[act]}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
