import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { AccountPlace } from './account-place'
import { Logo } from './logo'
import { Monogram } from './monogram'
import type { Navigation } from './navigation'

const link =
  'inline-flex min-h-11 items-center gap-2 rounded-control px-3 text-base font-bold text-ink no-underline hover:bg-tint hover:text-ink'
const here =
  'aria-[current=page]:underline aria-[current=page]:decoration-action aria-[current=page]:decoration-3 underline-offset-8'

/** On the dark ground what is usually painted in the brand is painted in what is written there. */
const ground = {
  line: 'bg-paper',
  stacked: 'bg-paper',
  deep: 'ground-deep [--action:var(--on-deep)] [--control:var(--on-deep-muted)] [--on-action:var(--deep)] [--tint:transparent]',
}

/** The city, where one can go, and oneself: in one line on a wide screen, folded into a menu on a phone. */
export async function Header({ way }: { way: Navigation }) {
  const t = await getTranslations('site')
  const { header, logo, monogram } = way.site.tenant.theme
  const account = {
    signIn: { href: way.hrefOn('/connexion'), text: t('signIn') },
    account: { href: way.hrefOn('/compte'), text: t('account'), unread: t('unread') },
  }
  return (
    <header className={`relative z-10 border-b border-line ${ground[header]}`} data-screen-only>
      <div
        className={`shell flex min-h-18 items-center gap-2 py-2 ${header === 'stacked' ? 'lg:flex-wrap' : ''}`}
      >
        <a
          href={way.homeHref}
          className={`me-auto flex min-w-0 items-center gap-3 text-ink no-underline hover:text-ink lg:me-4 ${header === 'stacked' ? 'lg:basis-full lg:pt-3' : ''}`}
        >
          {logo ? (
            <Logo
              logo={logo}
              alt={way.logoAlt}
              ground={header === 'deep' ? 'dark' : 'page'}
              className="h-11"
            />
          ) : (
            <Monogram letters={monogram} />
          )}
          <span className="min-w-0 leading-tight">
            <span className="block font-title text-lg leading-tight font-bold">{way.title}</span>
            {way.title !== way.city && <span className="hidden text-sm text-muted md:block">{way.city}</span>}
            <span className="sr-only">{t('home')}</span>
          </span>
        </a>
        <nav aria-label={t('mainNavigation')} className="hidden flex-1 items-center lg:flex">
          <ul className="flex flex-1 items-center">
            <PageLinks way={way} />
            <PlatformLinks way={way} />
          </ul>
          <ul aria-label={t('languages')} className="flex">
            <LanguageLinks way={way} />
          </ul>
          <AccountPlace {...account} className={`${link} ms-1 w-44 justify-center border border-control`} />
        </nav>
        <details className="group lg:hidden">
          <summary className={`${link} border border-control group-open:bg-tint`}>
            <Icon name="menu" className="group-open:hidden" />
            <Icon name="x" className="hidden group-open:block" />
            {t('menu')}
          </summary>
          <nav
            aria-label={t('mainNavigation')}
            className="ground-paper absolute inset-x-0 top-full border-y border-line p-4 shadow-float [--control:var(--muted)]"
          >
            <ul className="flex flex-col">
              <PageLinks way={way} />
              <PlatformLinks way={way} />
              <LanguageLinks way={way} />
            </ul>
            <AccountPlace
              {...account}
              className={`${link} mt-3 w-full justify-center border border-control`}
            />
          </nav>
        </details>
      </div>
    </header>
  )
}

function PageLinks({ way }: { way: Navigation }) {
  return way.pages.map(({ href, text, current }) => (
    <li key={href}>
      <a
        href={href}
        aria-current={current ? 'page' : undefined}
        className={`${link} ${here} w-full lg:w-auto`}
      >
        {text}
      </a>
    </li>
  ))
}

function PlatformLinks({ way }: { way: Navigation }) {
  return way.platforms.map(({ href, name }) => (
    <li key={href}>
      <a href={href} className={`${link} w-full font-normal lg:w-auto`}>
        {name}
      </a>
    </li>
  ))
}

function LanguageLinks({ way }: { way: Navigation }) {
  return way.languages.map(({ href, name, locale }) => (
    <li key={locale}>
      <a href={href} lang={locale} hrefLang={locale} className={`${link} w-full font-normal lg:w-auto`}>
        <Icon name="languages" className="lg:hidden" />
        {name}
      </a>
    </li>
  ))
}
