import '@/app/globals.css'
import { currentSite } from '@/lib/tenancy/current-site'

export default async function CityLayout({ children }: { children: React.ReactNode }) {
  const { locale } = await currentSite()
  return (
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <body>{children}</body>
    </html>
  )
}
