import { Logo } from '@/components/layout/logo'
import { Signature } from '@/components/layout/signature'
import type { Theme } from '@/tenants/theme'
import type { CertificateWords } from './certificate-words'

/** One page to be printed and framed: the city's own band, one figure, the day in words, and what proves it. */
export function Certificate({
  theme,
  words,
  logoAlt,
  titleLocale,
}: {
  theme: Theme
  logoAlt: string
  words: CertificateWords
  titleLocale: string
}) {
  return (
    <article className="mx-auto max-w-[52rem] border-4 border-double border-action bg-paper print:max-w-none">
      <Signature seed={theme.seed} scale={3} className="h-24 print:h-20" />
      <div className="px-6 py-10 text-center md:px-16 md:py-14 print:px-10 print:py-8">
        {theme.logo && <Logo logo={theme.logo} alt={logoAlt} className="mx-auto mb-5 h-16" />}
        <p className="font-title text-lg font-bold text-muted">{words.city}</p>
        <p className="text-base text-muted">{words.platform}</p>
        <h1 className="mt-6 text-2xl md:text-3xl">
          <span className="block font-text text-base font-normal text-muted">{words.kind}</span>
          {words.heading}
        </h1>
        <hr className="mx-auto mt-6 w-24 border-t-4 border-accent" />
        <p
          lang={titleLocale}
          dir="auto"
          className="mx-auto mt-8 max-w-[30ch] font-title text-xl font-bold md:text-2xl"
        >
          {words.title}
        </p>
        <p className="mt-6 text-muted">{words.gathered}</p>
        <p className="mt-1">
          <span className="tabular font-title text-4xl leading-none font-bold text-action md:text-[4.5rem]">
            {words.figure}
          </span>
          <span className="mt-2 block font-title text-xl font-bold">{words.supports}</span>
        </p>
        <p className="mt-3 text-lg">{words.on}</p>
        <p className="mx-auto mt-8 max-w-text">{words.lead}</p>
        <p className="mx-auto mt-2 max-w-text text-muted">{words.stays}</p>
      </div>
      <dl className="grid gap-x-8 gap-y-4 border-t border-line px-6 py-8 text-base sm:grid-cols-2 md:px-16 print:grid-cols-2 print:px-10 print:py-5">
        {words.facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="font-bold">{value}</dd>
          </div>
        ))}
        <div className="sm:col-span-2 print:col-span-2">
          <dt className="text-sm text-muted">{words.digestName}</dt>
          <dd dir="ltr" className="font-mono text-sm break-all rtl:text-end">
            {words.digest}
          </dd>
        </div>
      </dl>
      <Signature seed={theme.seed} scale={3} className="h-4" />
    </article>
  )
}
