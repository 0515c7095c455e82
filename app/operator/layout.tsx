import '@/app/globals.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OperatorHeader } from '@/components/operator/operator-header'
import { currentOperator, isOperatorHost } from '@/lib/operator/acting'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator')
  return { title: { default: t('title'), template: `%s · ${t('title')}` }, robots: { index: false } }
}

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  if (!(await isOperatorHost())) notFound()
  const locale = await getLocale()
  const t = await getTranslations('operator')
  const person = await currentOperator()
  return (
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <body className="flex min-h-dvh flex-col bg-paper">
        <a href="#contenu" className="sr-only focus:not-sr-only focus:p-4">
          {t('skip')}
        </a>
        <OperatorHeader
          title={t('title')}
          email={person?.email ?? null}
          words={{
            cities: t('cities.title'),
            create: t('create'),
            announcements: t('announcements.title'),
            help: t('help.title'),
            signOut: t('signOut'),
          }}
        />
        <main
          id="contenu"
          tabIndex={-1}
          className="mx-auto w-full max-w-wide flex-1 px-4 py-8 md:px-6 md:py-12"
        >
          {children}
        </main>
      </body>
    </html>
  )
}
