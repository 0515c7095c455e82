import { getTranslations } from 'next-intl/server'

/** The sentence of each refusal of a form about the life of ideas. */
export async function refusalWords<Code extends string>(
  codes: readonly Code[],
): Promise<Record<Code, string>> {
  const t = await getTranslations('life')
  const sentences = codes.map((code) => [code, t(`refusals.${code}` as 'refusals.not_there')])
  return Object.fromEntries(sentences) as Record<Code, string>
}
