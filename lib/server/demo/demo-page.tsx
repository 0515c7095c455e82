import type { ReactNode } from 'react'
import type { Locale } from '../../../tenants/tenant'
import { demoStyle } from './demo-style'

type Shown = { locale: Locale; title: string; brand: string; children: ReactNode }

/** The frame of the demo's own services: plainly not a city's page, and readable by everyone all the same. */
export function Page({ locale, title, brand, children }: Shown) {
  return (
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${brand}`}</title>
        <style>{demoStyle}</style>
      </head>
      <body>
        <header>
          <div>{brand}</div>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  )
}
