import { getTranslations } from 'next-intl/server'
import { type ConsultationRefusal, consultationRefusals } from '@/lib/consultations/rules'

export async function refusalWords(): Promise<Record<ConsultationRefusal, string>> {
  const t = await getTranslations('consultations.refusals')
  const sentences = consultationRefusals.map((code) => [code, t(code)])
  return Object.fromEntries(sentences) as Record<ConsultationRefusal, string>
}
