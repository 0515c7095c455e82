import { getLocale, getMessages } from 'next-intl/server'
import type { FormWords } from './form-state'

/** The sentences a form may need when it fails, for its client side. */
export async function formWords(): Promise<FormWords> {
  const { errors } = (await getMessages()) as { errors: Record<string, string> }
  const { summary = '', line = '', ...sentences } = errors
  return { locale: await getLocale(), summary, line, errors: sentences }
}
