import { type Locale, locales, type Tenant } from '../../../tenants/tenant'
import { untoldIn } from '../sentences/rules'
import { settingsProblems } from '../versions/rules'

export const languageActs = ['add', 'retire', 'lead'] as const
export type LanguageAct = (typeof languageActs)[number]

export const languageRefusals = ['last_language', 'not_spoken', 'spoken_already'] as const
export type LanguageRefusal = (typeof languageRefusals)[number]

/** Who reads a language in the city, and what is written in it. */
export type Uses = { people: number; ideas: number; comments: number; consultations: number }
export const noUses: Uses = { people: 0, ideas: 0, comments: 0, consultations: 0 }

type Spoken = Pick<Tenant, 'locales'>

/** Why a language cannot be added, retired or made the first; null when it can. What is written in it never holds it back. */
export function languageRefusal({ locales: spoken }: Spoken, act: LanguageAct, locale: Locale) {
  const isSpoken = spoken.includes(locale)
  if (act === 'add') return isSpoken ? 'spoken_already' : null
  if (!isSpoken) return 'not_spoken'
  return act === 'retire' && spoken.length === 1 ? 'last_language' : null
}

/** The languages of the city once that is done, its first one first. */
export function spokenAfter({ locales: spoken }: Spoken, act: LanguageAct, locale: Locale): Locale[] {
  const others = spoken.filter((one) => one !== locale)
  if (act === 'retire') return others
  return act === 'add' ? [...others, locale] : [locale, ...others]
}

export const notSpoken = ({ locales: spoken }: Spoken) => locales.filter((locale) => !spoken.includes(locale))

export const effectCodes = [
  'ideas_stay',
  'people_move',
  'comments_stay',
  'consultations_stay',
  'only_there',
  'addresses_lead',
  'first_becomes',
  'words_to_write',
  'texts_to_write',
  'legal_to_write',
  'addresses_appear',
  'addresses_swap',
  'newcomers',
] as const
/** What follows for the city; it breaks nothing unless it is `serious`. */
export type Effect = { code: (typeof effectCodes)[number]; count: number; serious?: true }

/** What follows from adding a language, retiring one or making it the first, the gravest first. */
export function effectsOf(tenant: Tenant, act: LanguageAct, locale: Locale, uses: Uses): Effect[] {
  const all = { add: addingIt, retire: retiringIt, lead: leadingWithIt }[act]()
  return all.filter(({ count }) => count > 0)

  function addingIt(): Effect[] {
    const after = { ...tenant, locales: spokenAfter(tenant, 'add', locale) }
    const needed = settingsProblems(after).filter(
      (one) => one.code === 'nothing_said' && one.named === locale,
    )
    return [...toWrite(after, needed.length), { code: 'addresses_appear', count: 1 }]
  }

  function retiringIt(): Effect[] {
    const after = { ...tenant, locales: spokenAfter(tenant, 'retire', locale) }
    return [
      { code: 'ideas_stay', count: uses.ideas, serious: true },
      { code: 'people_move', count: uses.people, serious: true },
      { code: 'only_there', count: onlyIn(after).length, serious: true },
      { code: 'comments_stay', count: uses.comments },
      { code: 'consultations_stay', count: uses.consultations },
      { code: 'first_becomes', count: tenant.locales[0] === locale ? 1 : 0 },
      { code: 'addresses_lead', count: 1 },
    ]
  }

  function leadingWithIt(): Effect[] {
    return [...toWrite(tenant, 0), { code: 'addresses_swap', count: 1 }, { code: 'newcomers', count: 1 }]
  }

  function toWrite(after: Tenant, needed: number): Effect[] {
    const untold = untoldIn(after).filter((one) => one.locale === locale)
    const legal = untold.filter(({ at }) => /^(legal|contact)\./.test(at)).length
    return [
      { code: 'words_to_write', count: needed, serious: true },
      { code: 'legal_to_write', count: legal, serious: true },
      { code: 'texts_to_write', count: Math.max(0, untold.length - needed - legal), serious: true },
    ]
  }

  /** Texts that would be left in no language of the city. */
  function onlyIn(after: Tenant) {
    const lacking = untoldIn(after).map(({ at }) => at)
    const told = new Set(untoldIn({ ...tenant, locales: [locale] }).map(({ at }) => at))
    return [...new Set(lacking)].filter(
      (at) => !told.has(at) && lacking.filter((one) => one === at).length === after.locales.length,
    )
  }
}
