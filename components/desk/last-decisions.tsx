import { getTranslations } from 'next-intl/server'
import type { listLastDecisions } from '@/lib/moderation/desk/queries'
import { deskMoments } from './words'

type Last = Awaited<ReturnType<typeof listLastDecisions>>[number] & { href: string }

export async function LastDecisions({ last }: { last: Last[] }) {
  const t = await getTranslations('desk')
  const { at } = await deskMoments()
  if (last.length === 0) return null
  return (
    <section aria-labelledby="dernieres">
      <h2 id="dernieres" className="text-xl">
        {t('last')}
      </h2>
      <ul className="mt-4 space-y-3">
        {last.map((one) => (
          <li key={one.id}>
            <a href={one.href} dir="auto" className="wrap-anywhere">
              {one.title}
            </a>
            <p className="text-base text-muted">
              {t('lastBy', { act: t(`acts.${one.act}`), name: one.by ?? t('byRule'), date: at(one.at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
