import { getTranslations } from 'next-intl/server'
import { appearances } from './appearance'

/** Light, dark or as the device says; remembered by this browser alone. There is nothing to choose without scripts. */
export async function AppearanceChoice() {
  const t = await getTranslations('site.appearance')
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 text-base noscript:hidden">
      <legend className="float-start me-4 flex min-h-11 items-center font-bold">{t('label')}</legend>
      {appearances.map((value) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-2">
          <input
            type="radio"
            name="appearance"
            value={value}
            defaultChecked={value === 'system'}
            autoComplete="off"
            className="size-5 accent-on-deep"
          />
          {t(value)}
        </label>
      ))}
    </fieldset>
  )
}
