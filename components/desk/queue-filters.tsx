import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { type Choice, Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type QueueFilters as Filters, queueQuery } from '@/lib/moderation/queue/input'
import { taskKinds, taskStates } from '@/lib/moderation/rules'

/** Everything, what is late, what one holds; then a form that narrows it, by address and without a script. */
export async function QueueFilters({
  here,
  filters,
  counts,
  districts,
  themes,
}: {
  here: string
  filters: Filters
  counts: { all: number; late: number; mine: number }
  districts: Choice[]
  themes: Choice[]
}) {
  const t = await getTranslations('desk')
  const plain = { ...filters, mine: false, late: false }
  const tabs = [
    { to: queueQuery(plain), label: t('all'), count: counts.all, current: !filters.mine && !filters.late },
    {
      to: queueQuery({ ...plain, late: true }),
      label: t('lateOnly'),
      count: counts.late,
      current: filters.late,
    },
    {
      to: queueQuery({ ...plain, mine: true }),
      label: t('mineOnly'),
      count: counts.mine,
      current: filters.mine,
    },
  ]
  return (
    <>
      <nav aria-label={t('tabs')}>
        <ul className="flex flex-wrap gap-2">
          {tabs.map(({ to, label, count, current }) => (
            <li key={label}>
              <a
                href={here + to}
                aria-current={current ? 'page' : undefined}
                className="inline-flex min-h-11 items-center gap-2 rounded-full border border-control px-4 font-bold text-ink no-underline hover:bg-tint aria-[current=page]:border-action aria-[current=page]:bg-action aria-[current=page]:text-on-action"
              >
                {label} <span className="tabular">{count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Fold title={t('narrow')} open={queueQuery(plain) !== ''} className="mt-3">
        <NarrowingForm {...{ here, filters, districts, themes }} />
      </Fold>
    </>
  )
}

async function NarrowingForm({
  here,
  filters,
  districts,
  themes,
}: {
  here: string
  filters: Filters
  districts: Choice[]
  themes: Choice[]
}) {
  const t = await getTranslations('desk')
  return (
    <form method="get" action={here} role="search" className="rounded-card border border-line bg-tint p-4">
      {filters.mine && <input type="hidden" name="miens" value="1" />}
      {filters.late && <input type="hidden" name="retard" value="1" />}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <TextInput name="q" label={t('words')} defaultValue={filters.words} maxLength={80} />
        <Select
          name="type"
          label={t('kind')}
          empty={t('any')}
          defaultValue={filters.kind ?? ''}
          choices={taskKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <Select
          name="etat"
          label={t('state')}
          empty={t('any')}
          defaultValue={filters.state ?? ''}
          choices={taskStates.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <Select
          name="quartier"
          label={t('district')}
          empty={t('any')}
          defaultValue={filters.district ?? ''}
          choices={districts}
        />
        <Select
          name="theme"
          label={t('theme')}
          empty={t('any')}
          defaultValue={filters.theme ?? ''}
          choices={themes}
        />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button type="submit" variant="secondary" icon={<Icon name="sliders-horizontal" />}>
          {t('apply')}
        </Button>
        <a href={here} className="inline-flex min-h-11 items-center">
          {t('clear')}
        </a>
      </div>
    </form>
  )
}
