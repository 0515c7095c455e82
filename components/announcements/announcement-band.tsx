import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { type Announcement, announcementIn } from '@/lib/tenancy/announcements/rules'
import type { Tenant } from '@/tenants/tenant'
import { Dismiss } from './dismiss'

type Props = { announcement: Announcement; tenant: Tenant; locale: Tenant['locales'][number] }

/** What whoever runs the platform has to say, above the page. Who has read it may put it away. */
export async function AnnouncementBand({ announcement: { id, kind, texts }, tenant, locale }: Props) {
  const t = await getTranslations('announcements')
  const { language, title, text } = announcementIn(texts, locale, tenant.locales[0]!)
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  const place = `annonce-${id}`
  return (
    <>
      <aside
        id={place}
        aria-label={t(`kinds.${kind}`)}
        lang={language}
        dir={language === 'ar' ? 'rtl' : 'ltr'}
        data-screen-only
        suppressHydrationWarning
        className={`border-b ${kind === 'maintenance' ? 'border-warn bg-warn-tint' : 'border-control bg-tint'}`}
      >
        <div className="shell flex items-start gap-3 py-3">
          <Icon
            name={kind === 'maintenance' ? 'triangle-alert' : 'info'}
            className={`mt-1 shrink-0 ${kind === 'maintenance' ? 'text-warn' : 'text-link'}`}
          />
          <div className="min-w-0 flex-1">
            <p className="font-bold">{title}</p>
            <p className="text-base whitespace-pre-line">{text}</p>
          </div>
          <Dismiss place={place} label={t('dismiss')} icon={<Icon name="x" />} />
        </div>
      </aside>
      <script nonce={nonce} suppressHydrationWarning>
        {`try{if(localStorage['${place}'])document.getElementById('${place}').hidden=true}catch{}`}
      </script>
    </>
  )
}
