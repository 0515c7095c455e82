import type { IdeaFile } from '@/lib/ideas/examination/queries'
import { actsOnFile, type Examiner } from '@/lib/ideas/examination/rules'
import { actsAs } from '@/lib/people/rules'

export const fileParts = [
  'charge',
  'recevabilite',
  'signature',
  'realisation',
  'etude',
  'avis',
  'questions',
  'documents',
  'notes',
  'reouverture',
] as const
export type FilePart = (typeof fileParts)[number]

/** Where one reads what an act has just done; what is to be done next for the others. */
export const partAfter: Partial<Record<string, FilePart>> = {
  etude: 'etude',
  avis: 'signature',
  question: 'questions',
  piece: 'documents',
  note: 'notes',
  etape: 'realisation',
  projet: 'realisation',
}

/** What a file is made of for this person today; what they have to do now comes first. */
export function partsOf(file: IdeaFile, person: Examiner): FilePart[] {
  const isInstructor = actsOnFile(person, 'instructor', file)
  const isSignatory = actsAs(person, 'signatory', file)
  const studied = file.examination === 'admissibility' || file.examination === 'study'
  const promised = file.examination === 'opinion_favourable' || file.examination === 'opinion_partial'
  const isThere: Record<FilePart, boolean> = {
    charge: isInstructor && file.examination === 'due',
    recevabilite: isInstructor && file.examination === 'admissibility',
    realisation: promised && (isInstructor || isSignatory),
    signature: file.draft !== null || file.signed.length > 0,
    etude: isInstructor && studied,
    avis: isInstructor && studied,
    questions: studied || file.questions.length > 0,
    documents: true,
    notes: true,
    reouverture: isSignatory && file.signed.length > 0 && file.delivery === 'none' && !studied,
  }
  const parts = fileParts.filter((part) => isThere[part])
  return parts.includes('realisation') && !file.draft ? toFront(parts, 'realisation') : parts
}

const toFront = (parts: FilePart[], first: FilePart) => [first, ...parts.filter((part) => part !== first)]
