import type { IdeaFile } from '@/lib/ideas/examination/queries'
import type { Examiner } from '@/lib/ideas/examination/rules'
import type { Site } from '@/lib/tenancy/site'

/** What every part of a file is shown from. */
export type FileProps = {
  file: IdeaFile
  site: Site
  person: Examiner
  now: Date
  hrefOn: (path: string) => string
}
