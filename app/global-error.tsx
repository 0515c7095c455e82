'use client'

import './globals.css'
import { brokenLanguage, brokenWords } from '@/components/layout/broken-words'
import { buttonLook } from '@/components/ui/button'

/** When even the frame of the page could not be made. */
export default function EverythingBroke({ reset }: { error: Error; reset: () => void }) {
  const [said, language] = [brokenWords(), brokenLanguage()]
  return (
    <html lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <body className="flex min-h-dvh items-center bg-tint">
        <main className="mx-auto max-w-text rounded-card border border-line bg-paper p-8">
          <h1>{said.title}</h1>
          <p className="mt-3 text-muted">{said.text}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <button type="button" onClick={reset} className={buttonLook({})}>
              {said.retry}
            </button>
            <a href="/" className={buttonLook({ variant: 'secondary' })}>
              {said.home}
            </a>
          </div>
        </main>
      </body>
    </html>
  )
}
