'use client'

import type { ComponentProps } from 'react'
import { FormArea } from '@/components/forms/form-fields'
import { useFilled } from '@/components/forms/form-state'
import { useTyped } from '@/components/forms/typed'

/** A text with how much of it may be written beside it. */
export function MeasuredArea({
  max,
  left,
  locale,
  ...area
}: ComponentProps<typeof FormArea> & { max: number; left: string; locale: string }) {
  const { value = '' } = useFilled(area.name, area.value)
  const typed = useTyped(value)
  const { length } = [...typed.text.trim()]
  const number = new Intl.NumberFormat(locale)
  const said = left.replace('{count}', number.format(length)).replace('{max}', number.format(max))
  return (
    <div>
      <FormArea {...area} {...typed.area} />
      <p className={`mt-1 text-end text-sm ${length > max ? 'font-bold text-danger' : 'text-muted'}`}>
        {said}
      </p>
    </div>
  )
}
