import { getTranslations } from 'next-intl/server'
import { AnnouncementForm } from '@/components/operator/announcement-form'
import { AnnouncementList } from '@/components/operator/announcement-list'
import { Notice } from '@/components/ui/notice'
import { requireOperator } from '@/lib/operator/acting'
import { listAnnouncements, listCityNames } from '@/lib/operator/announcements/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('operator'))('announcements.title') }
}

export default async function Announcements({ searchParams }: PageProps<'/operator/annonces'>) {
  await requireOperator()
  const t = await getTranslations('operator.announcements')
  const isNew = (await searchParams).faite === 'oui'
  const now = new Date()
  const [announced, cities] = await Promise.all([listAnnouncements(), listCityNames()])
  return (
    <div className="mx-auto max-w-[56rem] space-y-12">
      <div>
        <h1 className="text-3xl">{t('title')}</h1>
        <p className="mt-3 text-muted">{t('lead')}</p>
      </div>
      {isNew && <Notice tone="success" live="status" title={t('told')} />}
      <AnnouncementList announced={announced} cities={cities} now={now} />
      <section aria-labelledby="nouvelle">
        <h2 id="nouvelle" className="mb-5 text-xl">
          {t('new')}
        </h2>
        <AnnouncementForm cities={cities} now={now} />
      </section>
    </div>
  )
}
