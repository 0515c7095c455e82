import { getTranslations } from 'next-intl/server'
import { formWords } from '@/components/forms/form-words'
import { memberRefusals } from '@/lib/agir/organisations/members/rules'

/** What every form about members needs: the words for a failure, and a sentence for each refusal. */
export async function memberForms() {
  const t = await getTranslations('agirMembers.refusals')
  const refusals = Object.fromEntries(memberRefusals.map((code) => [code, t(code)]))
  return { words: await formWords(), refusals: refusals as Record<(typeof memberRefusals)[number], string> }
}
export type MemberForms = Awaited<ReturnType<typeof memberForms>>
