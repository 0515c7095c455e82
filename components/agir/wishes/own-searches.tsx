import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { change, forget } from '@/lib/agir/searches/actions'
import type { OwnSearch } from '@/lib/agir/searches/queries'
import { nameLength } from '@/lib/agir/searches/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { frequencyChoices, searchRefusalsSaid } from './search-words'

/** Each search one keeps: what it finds now, how it is called, how often letters come about it. */
export async function OwnSearches({ searches }: { searches: OwnSearch[] }) {
  return (
    <ul className="grid gap-4">
      {searches.map((search) => (
        <li key={search.id}>
          <OwnSearchCard search={search} />
        </li>
      ))}
    </ul>
  )
}

async function OwnSearchCard({ search }: { search: OwnSearch }) {
  const { id, name, query, frequency, lastLetterAt } = search
  const [t, format, href, words, { tenant }] = await Promise.all([
    getTranslations('agirWishes.searches'),
    getFormatter(),
    currentHref(),
    formWords(),
    currentSite(),
  ])
  const { timeZone } = tenant
  const refusals = await searchRefusalsSaid()
  return (
    <Card>
      <h2 className="text-xl">
        <a href={href('/activites') + query} dir="auto">
          {name}
        </a>
      </h2>
      {lastLetterAt && (
        <p className="mt-1 text-base text-muted">
          {t('lastLetter', { date: format.dateTime(lastLetterAt, { dateStyle: 'long', timeZone }) })}
        </p>
      )}
      <ActionForm
        action={change}
        words={words}
        labels={{ name: t('name'), frequency: t('frequency') }}
        ids={{ name: `nom-${id}`, frequency: `lettres-${id}` }}
        refusals={refusals}
        done={t('changed')}
        className="mt-4 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
      >
        <input type="hidden" name="searchId" value={id} />
        <FormInput id={`nom-${id}`} name="name" label={t('name')} value={name} maxLength={nameLength.max} />
        <FormSelect
          id={`lettres-${id}`}
          name="frequency"
          label={t('frequency')}
          value={frequency}
          choices={await frequencyChoices()}
        />
        <SubmitButton variant="secondary">{t('change')}</SubmitButton>
      </ActionForm>
      <ActionForm action={forget} words={words} refusals={refusals} className="mt-2">
        <input type="hidden" name="searchId" value={id} />
        <SubmitButton variant="quiet" className="-ms-5" icon={<Icon name="trash-2" />}>
          <span aria-hidden="true">{t('forget')}</span>
          <VisuallyHidden>{t('forgetWhat', { name })}</VisuallyHidden>
        </SubmitButton>
      </ActionForm>
    </Card>
  )
}
