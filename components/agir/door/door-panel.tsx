import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { mark, sync } from '@/lib/agir/attendance/actions'
import type { AtTheDoor, Door } from '@/lib/agir/attendance/queries'
import { DoorList, type DoorWords } from './door-list'
import { doorRefusals } from './door-forms'

type Props = { door: Door; asked: string; locale: string }

/** The list at the door with all it needs to go on without a network. */
export async function DoorPanel({ door, asked, locale }: Props) {
  const [t, words] = await Promise.all([getTranslations('agirDay'), doorWords()])
  const named = door.rows.map((row) => ({ ...row, name: row.name ?? t('nameless') }))
  const entries = named
    .toSorted((one, other) => one.name.localeCompare(other.name, locale) || (one.id < other.id ? -1 : 1))
    .map((row) => ({ ...row, about: aboutOf(row), requestIds: fourIds() }))
  return <DoorList dateId={door.id} {...{ entries, asked, words, icons }} actions={{ mark, sync }} />

  function aboutOf({ party, position, isNewcomer, state }: AtTheDoor): string {
    const asks =
      state === 'waitlisted' ? t('waits') : state === 'pending' || state === 'offered' ? t('asks') : null
    return [t('party', { count: party }), position, isNewcomer && t('newcomer'), asks]
      .filter(Boolean)
      .join(' · ')
  }
}

const icons = { here: <Icon name="check" />, more: <Icon name="chevron-down" /> }

const fourIds = () => ({
  attended: randomUUID(),
  absent: randomUUID(),
  excused: randomUUID(),
  confirmed: randomUUID(),
})

async function doorWords(): Promise<DoorWords> {
  const [t, refusals] = await Promise.all([getTranslations('agirDay'), doorRefusals()])
  return {
    search: t('search'),
    searchHint: t('searchHint'),
    find: t('find'),
    none: t('none'),
    here: t('here', { here: '{here}', all: '{all}' }),
    waiting: t('sync.waiting', { count: '{count}' }),
    alone: t('sync.alone', { count: '{count}' }),
    kept: t('sync.kept'),
    press: t('press'),
    states: { attended: t('states.attended'), absent: t('states.absent'), excused: t('states.excused') },
    more: t('more'),
    absent: t('mark.absent'),
    excused: t('mark.excused'),
    undo: t('mark.undo'),
    refusals,
  }
}
