'use client'

import type { ReactNode } from 'react'
import { useFilled } from '@/components/forms/form-state'
import { FieldError } from '@/components/ui/field'

/** Several fields that are one setting; what is wrong with them together is said above them. */
export function Part({
  label,
  hint,
  id,
  children,
}: {
  label: string
  hint?: string
  id: string
  children: ReactNode
}) {
  const { error } = useFilled(id)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      id={id}
      aria-describedby={described || undefined}
      className={`space-y-4 ${error ? 'border-s-4 border-danger ps-4' : ''}`}
    >
      <legend className="font-bold">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-base text-muted">
          {hint}
        </p>
      )}
      <FieldError id={id}>{error}</FieldError>
      {children}
    </fieldset>
  )
}
