import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { keptDays } from '@/lib/tenancy/departure/packages/rules'
import type { ListedPackage } from '@/lib/tenancy/departure/packages/queries'

/** Each package that was asked for, newest first, with what it takes to check it. */
export async function PackageList({ packages }: { packages: ListedPackage[] }) {
  const t = await getTranslations('departure.list')
  if (packages.length === 0) return <p className="mt-2 text-muted">{t('none')}</p>
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {packages.map((one) => (
        <PackageLine key={one.id} {...one} />
      ))}
    </ul>
  )
}

async function PackageLine(one: ListedPackage) {
  const t = await getTranslations('departure.list')
  const format = await getFormatter()
  const on = one.expiresAt ? format.dateTime(one.expiresAt, { dateStyle: 'long' }) : ''
  const size = format.number((one.byteCount ?? 0) / 1_000_000, { maximumFractionDigits: 1 })
  const isReady = one.state === 'ready'
  return (
    <li className="flex flex-wrap items-center gap-x-8 gap-y-3 py-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-bold">
          {t(one.kind)} · {t(one.state, { on, days: keptDays })}
        </p>
        <p className="text-muted">
          {t('asked')}{' '}
          <time dateTime={one.askedAt.toISOString()}>
            {format.dateTime(one.askedAt, { dateStyle: 'long', timeStyle: 'short' })}
          </time>
          {' · '}
          {one.by}
          {one.kind === 'package' && ` · ${t(one.withPeople ? 'withPeople' : 'withoutPeople')}`}
        </p>
        {one.rowCount !== null && (
          <p>
            {one.kind === 'archive'
              ? t('pages', { pages: one.rowCount, files: (one.fileCount ?? 0) - one.rowCount, size })
              : t('what', { rows: one.rowCount, files: one.fileCount ?? 0, size })}
          </p>
        )}
        {one.sha256 && (
          <p className="mt-1 text-sm break-all text-muted">
            {t('digest')} <code>{one.sha256}</code>
          </p>
        )}
      </div>
      {isReady && (
        <ButtonLink href={`/api/administration/packages/${one.id}`} icon={<Icon name="download" />} download>
          {t('download')}
        </ButtonLink>
      )}
    </li>
  )
}
