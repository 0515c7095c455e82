import { getTranslations } from 'next-intl/server'
import { ideaWords } from '@/lib/i18n/words'
import { licenceOf } from '@/lib/open-data/licences'
import { AppearanceChoice } from './appearance-choice'
import type { Navigation } from './navigation'
import { Signature } from './signature'

const link = 'inline-flex min-h-11 items-center text-base text-on-deep hover:text-on-deep'

/** Whose site this is, what is owed by law, and how to check what it says. */
export async function Footer({ way }: { way: Navigation }) {
  const t = await getTranslations('site')
  const { tenant, surface } = way.site
  const licence = licenceOf(tenant)
  const deposit = { href: way.hrefOn('/deposer'), text: t('nav.deposit', ideaWords(way.site)) }
  const others = way.platforms.map(({ href, name }) => ({ href, text: name }))
  const taking = [...(surface === 'decider' ? [deposit] : []), ...way.pages, ...others]
  const feed = surface === 'agir' ? '/activites/flux/activites.atom' : '/flux/nouvelles'
  const certificates = { href: way.hrefOn('/attestations'), text: t('footer.certificates') }
  const checking = [
    ...(surface === 'agir' ? [{ href: way.hrefOn('/chiffres'), text: t('footer.figures') }] : []),
    ...(surface === 'agir' ? [certificates] : []),
    { href: way.hrefOn('/moderation/chiffres'), text: t('footer.moderation') },
    { href: way.hrefOn(feed), text: t('footer.feed') },
    { href: '/api/v1/openapi.json', text: t('footer.openData') },
    { href: licence.url, text: t('footer.licence', { name: licence.name }), rel: 'license' },
  ]
  const site = [
    { href: way.hrefOn('/mentions-legales'), text: t('footer.legal') },
    { href: way.hrefOn('/conditions'), text: t('footer.terms') },
    { href: way.hrefOn('/donnees-personnelles'), text: t('footer.privacy') },
    { href: way.hrefOn('/cookies'), text: t('footer.cookies') },
    { href: way.hrefOn('/charte'), text: t('footer.charter') },
    {
      href: way.hrefOn('/accessibilite'),
      text: t(`footer.accessibility.${tenant.legal.accessibility.state}`),
    },
    { href: `mailto:${tenant.contact.email}`, text: t('footer.contact') },
  ]
  return (
    <footer id="pied" aria-label={t('footer.label')} tabIndex={-1} className="ground-deep" data-screen-only>
      <Signature seed={tenant.theme.seed} ground="deep" scale={2} className="h-[72px]" />
      <div className="shell grid gap-x-8 gap-y-6 py-10 md:grid-cols-2 lg:grid-cols-4 lg:py-14">
        <div>
          <p className="font-title text-xl font-bold">{way.city}</p>
          <address className="mt-2 text-base text-muted not-italic">{tenant.contact.address}</address>
        </div>
        <Column title={t('footer.takePart')} links={taking} />
        {surface !== 'ville' && <Column title={t('footer.understand')} links={checking} />}
        <Column title={t('footer.site')} links={site} />
      </div>
      <div className="shell pb-8">
        <AppearanceChoice />
      </div>
    </footer>
  )
}

type FooterLink = { href: string; text: string; rel?: string }

function Column({ title, links }: { title: string; links: FooterLink[] }) {
  return (
    <div>
      <p className="font-bold">{title}</p>
      <ul className="mt-1">
        {links.map(({ href, text, rel }) => (
          <li key={href}>
            <a href={href} rel={rel} className={link}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
