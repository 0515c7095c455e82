import { getFormatter, getTranslations } from 'next-intl/server'
import { ownNames } from '@/lib/i18n/own-names'
import { fieldOf } from '@/lib/tenancy/drafts/fields/rules'
import { membersOf } from '@/lib/tenancy/versions/rules'
import { settingAt } from '@/tenants/settings'
import { type Locale, locales } from '@/tenants/tenant'
import { choiceWord, type Say } from './setting-words'

/** A setting's value as one would say it. */
export async function ValueWords({ at, value }: { at: string; value: unknown }) {
  const say = (await getTranslations('settings')) as unknown as Say
  const format = await getFormatter()
  const setting = settingAt(at)
  if (value === undefined || value === null || value === '') return <i>{say('nothing')}</i>
  if (setting && typeof value === 'string' && setting.key.startsWith('theme.') && value.startsWith('#'))
    return <Colour hex={value} />
  return <span dir="auto">{inWords(value)}</span>

  function inWords(one: unknown): string {
    if (one === null || one === undefined) return say('nothing')
    if (typeof one === 'boolean') return say(one ? 'yes' : 'no')
    if (typeof one === 'number') return format.number(one)
    if (typeof one === 'string') return isChoice(one) ? choiceWord(setting!.key, one, say) : inLanguage(one)
    const { percent, mode, value: count, floor, cap, days, months } = one as Record<string, number>
    if (mode && percent) return say('threshold.said', { percent, floor: floor!, cap: cap! })
    if (mode)
      return say('threshold.saidDistricts', { count: count!, places: Object.keys(districtsIn(one)).length })
    if (days ?? months) return `${days ?? months} ${say(`units.${days ? 'days' : 'months'}`)}`
    if (Array.isArray(one) && one.length > 12) return say('manyThings', { count: one.length })
    if (Array.isArray(one)) return one.map((part) => nameOf(part) ?? inWords(part)).join(', ')
    return Object.entries(membersOf(one) ?? {})
      .map(([name, part]) => `${ownNames[name as Locale] ?? name} : ${inWords(part)}`)
      .join(' · ')
  }

  function isChoice(text: string) {
    return setting !== undefined && setting.key !== 'locales' && fieldOf(setting).choices.includes(text)
  }
}

const districtsIn = (threshold: unknown) => (threshold as { districts?: object }).districts ?? {}

const inLanguage = (text: string) => (locales.some((one) => one === text) ? ownNames[text as Locale] : text)

/** What a thing of a list is called, in whichever language comes first. */
function nameOf(part: unknown): string | undefined {
  const name = (part as { name?: Record<string, string> } | null)?.name
  return name && Object.values(name)[0]
}

function Colour({ hex }: { hex: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg width="20" height="20" aria-hidden="true" className="rounded border border-line">
        <rect width="20" height="20" fill={hex} />
      </svg>
      <code>{hex}</code>
    </span>
  )
}
