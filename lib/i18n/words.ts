import type { Locale, Tenant } from '../../tenants/tenant'

/** The forms of the city's word for an idea, as values a sentence of the message files can use. */
export type IdeaWords = {
  idea: string
  ideas: string
  anIdea: string
  theIdea: string
  /** The same, for the beginning of a sentence. */
  Idea: string
  Ideas: string
  AnIdea: string
  TheIdea: string
  ideaGender: 'feminine' | 'masculine' | 'neuter'
}

/** « une idée » in one city, « una propuesta » in the next: `t('title', ideaWords(site))`. */
export function ideaWords({ tenant, locale }: { tenant: Tenant; locale: Locale }): IdeaWords {
  const { idea } = tenant.words
  const word = idea[locale] ?? idea[tenant.locales[0]!] ?? Object.values(idea)[0]!
  const forms = { idea: word.one, ideas: word.other, anIdea: word.withA, theIdea: word.withThe }
  return {
    ...forms,
    Idea: capitalised(forms.idea, locale),
    Ideas: capitalised(forms.ideas, locale),
    AnIdea: capitalised(forms.anIdea, locale),
    TheIdea: capitalised(forms.theIdea, locale),
    ideaGender: word.gender,
  }
}

function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
