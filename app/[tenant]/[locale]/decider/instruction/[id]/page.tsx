import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden, notFound } from 'next/navigation'
import { ExaminationFile } from '@/components/examination/examination-file'
import { fileParts, partAfter } from '@/components/examination/file-parts'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { requirePerson } from '@/lib/auth/require-person'
import { findFile } from '@/lib/ideas/examination/queries'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examination'))('deskTitle'), robots: { index: false } }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const acts = [
  'accuse',
  'charge',
  'recevable',
  'etude',
  'note',
  'dispense',
  'question',
  'avis',
  'signature',
  'reouverture',
  'etape',
  'projet',
  'piece',
] as const

/** The file of one idea, from the day its right is certified to the day the city has delivered. */
export default async function FilePage({ params, searchParams }: Props) {
  const site = await currentSite()
  const person = await requirePerson()
  if (!actsAs(person, 'instructor') && !actsAs(person, 'signatory')) forbidden()
  const { id } = await params
  const file = (uuid.test(id) && (await findFile(site.tenant, id, person))) || notFound()
  const [t, href, { fait, partie }] = await Promise.all([
    getTranslations('examination'),
    currentHref(),
    searchParams,
  ])
  const act = acts.find((one) => one === fait)
  const asked = fileParts.find((one) => one === partie) ?? (act && partAfter[act])
  const back = (
    <a href={href('/instruction')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('deskTitle')}
    </a>
  )
  return (
    <Page
      title={
        <span dir="auto" lang={file.locale}>
          {file.title}
        </span>
      }
      above={back}
    >
      {act && (
        <div id="fait" className="mb-8 scroll-mt-6">
          <Notice tone="success" live="status">
            {t(`done.${act}`)}
          </Notice>
        </div>
      )}
      {file.authorId === person.id ? (
        <Notice title={t('ownTitle')}>{t('refusals.own_idea')}</Notice>
      ) : (
        <ExaminationFile {...{ file, site, person, asked }} now={new Date()} hrefOn={href} />
      )}
    </Page>
  )
}
