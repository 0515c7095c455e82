import type { ReactNode } from 'react'
import { Button } from './button'
import { Icon } from './icon'

/** Choices beside a list on a wide screen; on a phone a sheet that opens without any script. `form`: what it sends. */
export function FilterSheet({
  form,
  words,
  children,
}: {
  form: string
  words: { title: string; close: string; apply: string }
  children: ReactNode
}) {
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        popoverTarget="filtres"
        className="lg:hidden"
        icon={<Icon name="sliders-horizontal" />}
      >
        {words.title}
      </Button>
      <div
        id="filtres"
        popover="auto"
        className="m-auto max-h-[88dvh] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-paper p-5 text-ink shadow-float backdrop:bg-deep/60 lg:static lg:m-0 lg:block lg:max-h-none lg:w-auto lg:overflow-visible lg:border-0 lg:p-0 lg:shadow-none"
      >
        <div className="mb-2 flex items-center justify-between">
          <h2 className="text-xl md:text-xl">{words.title}</h2>
          <Button
            type="button"
            variant="quiet"
            size="small"
            popoverTarget="filtres"
            popoverTargetAction="hide"
            className="lg:hidden"
          >
            {words.close}
          </Button>
        </div>
        {children}
        <div className="sticky -bottom-5 -mx-5 mt-2 border-t border-line bg-paper px-5 py-3 lg:static lg:mx-0 lg:px-0">
          <Button form={form} wide>
            {words.apply}
          </Button>
        </div>
      </div>
    </>
  )
}
