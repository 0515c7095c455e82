import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Sought } from '@/lib/operator/cities/queries'
import { cityStatuses } from '@/lib/tenancy/states/rules'

/** A city among hundreds: by a part of its name or address, or all in one state. */
export async function CityFilter({ sought }: { sought: Sought }) {
  const t = await getTranslations('operator')
  return (
    <form
      method="get"
      action="/"
      role="search"
      className="grid items-end gap-4 rounded-card border border-line bg-tint p-5 sm:grid-cols-[minmax(0,1fr)_14rem_auto]"
    >
      <TextInput
        name="q"
        type="search"
        label={t('cities.search')}
        defaultValue={sought.name}
        maxLength={80}
        autoComplete="off"
      />
      <Select
        name="etat"
        label={t('cities.status')}
        defaultValue={sought.status ?? ''}
        empty={t('cities.anyStatus')}
        choices={cityStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Button type="submit" variant="secondary" icon={<Icon name="search" />}>
        {t('cities.find')}
      </Button>
    </form>
  )
}
