import type { ReactNode } from 'react'
import { Logo } from '@/components/layout/logo'
import { Monogram } from '@/components/layout/monogram'
import { QrCode } from '@/components/ui/qr-code'
import type { BlankSheet as Sheet } from '@/lib/ideas/paper/blank/queries'
import type { Theme } from '@/tenants/theme'
import type { BlankWords } from './blank-words'

/** Lines on the front, and on the back. */
export const lines = { front: 12, back: 24 }

const paper =
  'mx-auto bg-paper max-w-[52rem] border border-line p-5 md:p-8 print:max-w-none print:border-0 print:p-0'

const head = 'flex items-center gap-3 border-b-4 border-action pb-3'
type Props = { idea: Sheet; words: BlankWords; theme: Theme }

/** A sheet of A4 with two sides: what one signs, what one should know before, and room for names. */
export function BlankSheet(props: Props) {
  return (
    <>
      <Front {...props} />
      <Back {...props} />
    </>
  )
}

function Front({ idea, words, theme }: Props) {
  return (
    <article className={`${paper} print:break-after-page`} data-sheet>
      <header className={head}>
        {theme.logo ? (
          <Logo logo={theme.logo} alt="" ground="light" className="h-11" />
        ) : (
          <Monogram letters={theme.monogram} />
        )}
        <p className="me-auto leading-tight">
          <span className="block font-title text-lg font-bold">{words.city}</span>
          <span className="text-sm text-muted">{words.platform}</span>
        </p>
        <SheetNumber>{words.number}</SheetNumber>
      </header>
      <div className="mt-4 flex flex-wrap gap-x-6 gap-y-4 sm:flex-nowrap print:flex-nowrap">
        <Asked idea={idea} words={words} />
        <QrCode
          text={words.scanned}
          label={words.scan}
          className="size-32 shrink-0 self-start border border-line print:size-[32mm]"
        />
      </div>
      <section className="mt-4 text-sm leading-normal">
        <h3 className="text-base md:text-base">{words.before}</h3>
        <ul className="mt-1 list-disc space-y-0.5 ps-5">
          {words.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <Lines from={1} count={lines.front} words={words} />
      <p className="mt-3 text-sm leading-snug wrap-anywhere text-muted">
        <b>{words.dataTitle}</b> {words.data}
      </p>
    </article>
  )
}

function Asked({ idea, words }: Omit<Props, 'theme'>) {
  return (
    <div className="min-w-0 flex-1">
      <p className="text-base text-muted">{words.heading}</p>
      <h2 lang={idea.locale} dir="auto" className="text-xl md:text-xl">
        {idea.title}
      </h2>
      {words.author && <p className="mt-1 text-sm text-muted">{words.author}</p>}
      <p
        lang={idea.locale}
        dir="auto"
        className="mt-2 line-clamp-6 text-sm leading-normal whitespace-pre-line"
      >
        {idea.body}
      </p>
      <p className="mt-2 text-sm">
        {words.whole}{' '}
        <a href={words.address} dir="ltr" className="font-bold break-all">
          {words.address}
        </a>
      </p>
    </div>
  )
}

function Back({ idea, words }: Props) {
  return (
    <article className={`${paper} mt-6 hidden md:block print:mt-0 print:block`} data-sheet>
      <header className={head}>
        <p className="me-auto min-w-0">
          <span className="block text-sm text-muted">{words.overleaf}</span>
          <span lang={idea.locale} dir="auto" className="font-bold">
            {idea.title}
          </span>
        </p>
        <SheetNumber>{words.number}</SheetNumber>
      </header>
      <Lines from={lines.front + 1} count={lines.back} words={words} />
    </article>
  )
}

function SheetNumber({ children }: { children: ReactNode }) {
  return (
    <p className="flex shrink-0 items-end gap-2 text-base font-bold">
      {children}
      <span className="inline-block w-20 border-b border-ink">&nbsp;</span>
    </p>
  )
}

function Lines({ from, count, words }: { from: number; count: number; words: BlankWords }) {
  const widths = ['w-11 text-center', 'w-[42%]', 'w-[18%]', '']
  return (
    <table className="mt-4 w-full table-fixed border-collapse text-sm">
      <thead>
        <tr>
          {words.columns.map((name, at) => (
            <th
              key={name}
              scope="col"
              className={`border border-ink px-1 py-1 text-start font-bold ${widths[at]}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, at) => (
          <tr key={at} className="h-9 print:h-[8.5mm]">
            <th scope="row" className="border border-ink text-center font-normal text-muted">
              {from + at}
            </th>
            <td className="border border-ink" />
            <td className="border border-ink" />
            <td className="border border-ink" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
