import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { writeFilters } from '@/lib/agir/finding/input'
import { type Filters, isNarrowed } from '@/lib/agir/finding/rules'
import { save } from '@/lib/agir/searches/actions'
import { nameLength } from '@/lib/agir/searches/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { frequencyChoices, searchRefusalsSaid } from './search-words'

/** The search on this page under a name, with letters about what it newly finds if one wants them. */
export async function SaveSearch({ filters, name }: { filters: Filters; name: string }) {
  if (!isNarrowed(filters)) return null
  const [t, href, words] = await Promise.all([
    getTranslations('agirWishes.searches'),
    currentHref(),
    formWords(),
  ])
  const list = (chunks: React.ReactNode) => <a href={href('/mes-recherches')}>{chunks}</a>
  return (
    <Fold title={t('save')}>
      <ActionForm
        action={save}
        words={words}
        labels={{ name: t('name'), frequency: t('frequency') }}
        ids={{ name: 'recherche-nom', frequency: 'recherche-lettres' }}
        refusals={await searchRefusalsSaid()}
        done={t.rich('saved', { link: list })}
        className="grid max-w-text gap-4 rounded-card border border-line bg-tint p-5 sm:grid-cols-2"
      >
        <p className="text-base text-muted sm:col-span-2">{t('saveLead')}</p>
        <input type="hidden" name="query" value={writeFilters({ ...filters, cursor: null })} />
        <FormInput
          id="recherche-nom"
          name="name"
          label={t('name')}
          value={[...name].slice(0, nameLength.max).join('')}
          maxLength={nameLength.max}
        />
        <FormSelect
          id="recherche-lettres"
          name="frequency"
          label={t('frequency')}
          value="daily"
          choices={await frequencyChoices()}
        />
        <div className="sm:col-span-2">
          <SubmitButton variant="secondary" icon={<Icon name="bell" />}>
            {t('saveButton')}
          </SubmitButton>
        </div>
      </ActionForm>
    </Fold>
  )
}
