import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'

type Found = { id: string; name: string | null; email: string | null }

/** The first of two steps: to whom. */
export async function PersonSearch({ here, asked, found }: { here: string; asked: string; found: Found[] }) {
  const t = await getTranslations('roles')
  return (
    <>
      <h2 id="donner" className="text-xl">
        {t('find')}
      </h2>
      <p className="mt-2 mb-5">{t('findText')}</p>
      <form method="get" action={here} role="search" className="space-y-4">
        <TextInput
          name="q"
          label={t('search')}
          hint={t('searchHint')}
          defaultValue={asked}
          minLength={2}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" variant="secondary" icon={<Icon name="search" />}>
          {t('searchSubmit')}
        </Button>
      </form>
      {asked && (
        <div className="mt-6">
          <p role="status" className="font-bold">
            {t('found', { count: found.length })}
          </p>
          {found.length === 0 && <p className="mt-1">{t('foundNone')}</p>}
          <ul className="mt-2 divide-y divide-line">
            {found.map(({ id, name, email }) => (
              <li key={id} className="py-2">
                <a
                  href={`${here}?personne=${id}#donner`}
                  className="block min-h-11 py-1 font-bold"
                  aria-label={t('choose', {
                    name: [name ?? t('nameless'), email].filter(Boolean).join(', '),
                  })}
                >
                  <span dir="auto">{name ?? t('nameless')}</span>
                  {email && <span className="block font-normal wrap-anywhere text-muted">{email}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
