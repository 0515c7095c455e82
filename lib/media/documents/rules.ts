import type { ImageRefusal } from '../rules'

/** As much as an agent may put in a file at once. */
export const mostBytes = 10 * 1024 * 1024

export type DocumentRefusal = ImageRefusal | 'not_a_document'

const pdfName = /^[A-Za-z0-9_-]{22}\.pdf$/

/** Only names the product itself gave. */
export function isPdfName(file: string): boolean {
  return pdfName.test(file)
}
