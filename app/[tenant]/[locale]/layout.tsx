import '@/app/globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AnnouncementBand } from '@/components/announcements/announcement-band'
import { PreviewBanner } from '@/components/administration/preview-banner'
import { beforePaint } from '@/components/layout/appearance'
import { Footer } from '@/components/layout/footer'
import { Header } from '@/components/layout/header'
import { navigation } from '@/components/layout/navigation'
import { SkipLinks } from '@/components/layout/skip-links'
import { TermsAsked } from '@/components/layout/terms-asked'
import { announcedOn } from '@/lib/tenancy/announcements/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { knownAnnouncements } from '@/lib/tenancy/registry'
import { stylesheetOf } from '@/lib/theme/stylesheet'
import { tokensOf } from '@/lib/theme/tokens'

export async function generateMetadata(): Promise<Metadata> {
  const { site, title } = await navigation()
  return {
    title: { default: title, template: `%s · ${title}` },
    metadataBase: new URL(site.origin),
    manifest: '/manifest.webmanifest',
  }
}

export async function generateViewport(): Promise<Viewport> {
  const { tenant } = await currentSite()
  return {
    colorScheme: 'light dark',
    themeColor: (['light', 'dark'] as const).map((scheme) => ({
      media: `(prefers-color-scheme: ${scheme})`,
      color: tokensOf(tenant.theme, scheme).paper,
    })),
  }
}

export default async function CityLayout({ children }: { children: ReactNode }) {
  const { tenant, locale, preview, status, statusReason } = await currentSite()
  const way = await navigation()
  const t = await getTranslations('site')
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  return (
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {beforePaint}
        </script>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/theme/${stylesheetOf(tenant).hash}.css`} />
      </head>
      <body className="flex min-h-dvh flex-col bg-paper">
        <SkipLinks />
        {preview && <PreviewBanner />}
        {status !== 'active' && (
          <p
            role="status"
            className="border-b border-warn bg-warn-tint px-4 py-3 text-center font-bold text-ink"
          >
            {t(`states.${status}`)} {statusReason}
          </p>
        )}
        <Announced />
        <Header way={way} />
        <TermsAsked href={way.hrefOn('/connexion/conditions')} text={t('asked')} link={t('askedLink')} />
        <main id="contenu" tabIndex={-1} className="flex-1">
          {children}
        </main>
        <Footer way={way} />
      </body>
    </html>
  )
}

async function Announced() {
  const { tenant, locale } = await currentSite()
  const isConsole = ((await headers()).get('x-parvis-path') ?? '').startsWith('/administration')
  const shown = announcedOn(knownAnnouncements(), { city: tenant.id, isConsole, now: new Date() })
  return shown.map((announcement) => (
    <AnnouncementBand key={announcement.id} {...{ announcement, tenant, locale }} />
  ))
}
