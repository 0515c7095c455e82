import { getFormatter, getTranslations } from 'next-intl/server'
import type { IdeaFile } from '@/lib/ideas/examination/queries'
import type { FilePart } from './file-parts'

/** The parts of a file, each at an address of its own. */
export async function FileNav({
  parts,
  part,
  file,
  hrefOn,
}: {
  parts: FilePart[]
  part: FilePart
  file: IdeaFile
  hrefOn: (path: string) => string
}) {
  const [t, format] = await Promise.all([getTranslations('examination'), getFormatter()])
  const counts: Partial<Record<FilePart, number>> = {
    questions: file.questions.length,
    documents: file.documents.length,
    notes: file.notes.length,
  }
  return (
    <nav aria-label={t('fileParts')}>
      <ul className="flex flex-wrap gap-x-1 gap-y-2 border-b border-line pb-3">
        {parts.map((one) => (
          <li key={one}>
            <a
              href={hrefOn(`/instruction/${file.id}?partie=${one}`)}
              aria-current={one === part ? 'page' : undefined}
              className={`inline-flex min-h-11 items-center gap-2 rounded-control px-3 font-bold no-underline ${one === part ? 'bg-action text-on-action' : 'text-ink hover:bg-tint'}`}
            >
              {t(`filePart.${one}`)}
              {counts[one] ? <span className="tabular font-normal">{format.number(counts[one])}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
