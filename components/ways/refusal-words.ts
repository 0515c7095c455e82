import { getTranslations } from 'next-intl/server'
import type { WayRefusal } from '@/lib/people/ways/commands'

const codes = [
  'draft_gone',
  'draft_closed',
  'not_yours_to_set',
  'edited_meanwhile',
  'cannot_be_so',
  'too_many_ways',
] as const satisfies readonly WayRefusal[]

export async function refusalWords(): Promise<Record<WayRefusal, string>> {
  const t = await getTranslations('ways')
  return Object.fromEntries(codes.map((code) => [code, t(`refusals.${code}`)])) as Record<WayRefusal, string>
}
