import { getTranslations } from 'next-intl/server'
import { formWords } from '@/components/forms/form-words'
import { identifierRefusals } from '@/lib/agir/organisations/identifiers/rules'
import { proofRefusals } from '@/lib/agir/organisations/proofs/rules'

type Code = (typeof proofRefusals)[number] | (typeof identifierRefusals)[number]

/** What every form about proofs needs: the words for a failure, and a sentence for each refusal. */
export async function proofForms() {
  const t = await getTranslations('agirProofs.refusals')
  const codes = [...new Set<Code>([...proofRefusals, ...identifierRefusals])]
  const refusals = Object.fromEntries(codes.map((code) => [code, t(code)]))
  return { words: await formWords(), refusals: refusals as Record<Code, string> }
}
export type ProofForms = Awaited<ReturnType<typeof proofForms>>
