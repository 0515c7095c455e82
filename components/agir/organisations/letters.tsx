import { getTranslations } from 'next-intl/server'
import { type DirectoryFilters, writeDirectory } from '@/lib/agir/organisations/listing/input'

type Given = { letters: string[]; filters: DirectoryFilters; path: string; total: number }

const few = 48
const look =
  'inline-flex min-h-11 min-w-11 items-center justify-center rounded-control border border-transparent px-2 font-bold no-underline hover:border-control aria-[current=true]:border-action aria-[current=true]:bg-action aria-[current=true]:text-on-action'

/** Straight to a letter, where there are too many to leaf through. */
export async function Letters({ letters, filters, path, total }: Given) {
  if (letters.length < 2 || (total < few && filters.letter === '')) return null
  const t = await getTranslations('agirOrganisations.letters')
  return (
    <nav aria-label={t('label')} className="mb-5">
      <ul className="-mx-2 flex flex-wrap">
        {letters.toSorted(othersLast).map((letter) => {
          const isChosen = letter === filters.letter.toLowerCase()
          return (
            <li key={letter}>
              <a
                href={path + writeDirectory({ ...filters, letter: isChosen ? '' : letter })}
                aria-current={isChosen}
                aria-label={t('one', { letter: named(letter, t) })}
                className={look}
              >
                {named(letter, t)}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const othersLast = (one: string, next: string) => Number(one === '#') - Number(next === '#')

function named(letter: string, t: (key: 'digits' | 'others') => string): string {
  if (letter === '0') return t('digits')
  return letter === '#' ? t('others') : letter.toLocaleUpperCase()
}
