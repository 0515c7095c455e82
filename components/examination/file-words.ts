import { getTranslations } from 'next-intl/server'
import { examinationRefusals } from '@/lib/ideas/examination/rules'
import { imageRefusals } from '@/lib/media/rules'

/** Why the file could not be changed, for every form of it. */
export async function fileRefusals() {
  const [t, d] = await Promise.all([getTranslations('examination'), getTranslations('deposit')])
  return {
    ...(Object.fromEntries(examinationRefusals.map((code) => [code, t(`refusals.${code}`)])) as Record<
      (typeof examinationRefusals)[number],
      string
    >),
    ...(Object.fromEntries(imageRefusals.map((code) => [code, d(`imageRefusals.${code}`)])) as Record<
      (typeof imageRefusals)[number],
      string
    >),
    not_a_document: t('refusals.not_a_document'),
    too_many_documents: t('refusals.too_many_documents'),
  }
}

export type FileRefusal = keyof Awaited<ReturnType<typeof fileRefusals>>
