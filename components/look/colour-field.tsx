'use client'

import { useEffect, useRef, useState } from 'react'
import { useFilled } from '@/components/forms/form-state'
import { controlLook } from '@/components/ui/control-look'
import { Field } from '@/components/ui/field'

type Props = { name: string; label: string; hint: string; pick: string; value: string }

/** A colour as a graphic charter writes it, with the browser's own way to pick one beside it. */
export function ColourField({ name, label, hint, pick, value: given }: Props) {
  const { error, value } = useFilled(name, given)
  const field = useRef<HTMLInputElement>(null)
  const [picked, setPicked] = useState<string | null>(null)
  useEffect(() => {
    const written = field.current
    if (!written) return
    const follow = () => setPicked(asPicked(written.value))
    follow()
    written.addEventListener('input', follow)
    return () => written.removeEventListener('input', follow)
  }, [value])
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(wired) => (
        <span className="flex gap-2">
          <input
            {...wired}
            ref={field}
            key={value}
            name={name}
            defaultValue={value}
            dir="ltr"
            spellCheck={false}
            autoComplete="off"
            className={`${controlLook} tabular`}
          />
          {picked && (
            <input
              type="color"
              aria-label={pick}
              value={picked}
              onChange={({ target }) => {
                if (!field.current) return
                field.current.value = target.value
                field.current.dispatchEvent(new Event('input', { bubbles: true }))
              }}
              className="h-11 w-14 shrink-0 cursor-pointer rounded-control border border-control bg-paper p-1"
            />
          )}
        </span>
      )}
    </Field>
  )
}

function asPicked(written: string): string {
  const hex = written.trim().replace(/^#/, '').toLowerCase()
  return /^[0-9a-f]{6}$/.test(hex) ? `#${hex}` : '#000000'
}
