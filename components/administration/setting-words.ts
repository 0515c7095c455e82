import type { Field } from '@/lib/tenancy/drafts/fields/rules'

/** A sentence of the console by a name put together; each name is one the message files have. */
export type Say = (name: string, values?: Record<string, string | number>) => string

/** The choices of a setting, in the city's language; typefaces have names of their own. */
export function choicesOf({ key, choices }: Pick<Field, 'key' | 'choices'>, say: Say) {
  return choices.map((value) => ({ value, label: choiceWord(key, value, say) }))
}

export function choiceWord(key: string, value: string, say: Say): string {
  return key === 'theme.fonts' ? fontNames[value]! : say(`choices.${value}`)
}

const fontNames: Record<string, string> = {
  'public-sans': 'Public Sans',
  source: 'Source Serif 4, Source Sans 3',
  atkinson: 'Atkinson Hyperlegible',
  'inter-fraunces': 'Fraunces, Inter',
  plex: 'IBM Plex Sans',
  'bricolage-inter': 'Bricolage Grotesque, Inter',
  'montserrat-source': 'Montserrat, Source Sans 3',
}
