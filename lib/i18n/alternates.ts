import type { Metadata } from 'next'
import { pathOf, type Site } from '../tenancy/site'

/** The one address of a page, and the same page in each other language of the city. */
export function alternates({ tenant, locale, surface, origin }: Site, path: string): Metadata['alternates'] {
  const hrefIn = (language: typeof locale) => origin + pathOf(tenant, language, surface, path)
  return {
    canonical: hrefIn(locale),
    languages:
      tenant.locales.length > 1
        ? Object.fromEntries([
            ...tenant.locales.map((language) => [language, hrefIn(language)]),
            ['x-default', hrefIn(tenant.locales[0]!)],
          ])
        : undefined,
  }
}
