import type { ReactNode } from 'react'

export type FieldWords = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The sentence that says what is wrong, already in the reader's language. */
  error?: ReactNode
  /** The word shown beside the label of a field that may be left empty. */
  optional?: string
  id?: string
}

type Wired = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A label, a hint, an error and one control, tied together for those who do not see them side by side. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  id = name,
  children,
}: FieldWords & { children: (control: Wired) => ReactNode }) {
  return (
    <div className={error ? 'border-s-4 border-danger ps-4' : ''}>
      <label htmlFor={id} className="mb-1 block font-bold">
        {label}
        {optional && <span className="ms-2 font-normal text-muted">({optional})</span>}
      </label>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children(wiring(id, hint, error))}
    </div>
  )
}

/** What a control carries so that its hint and its error are read with it. */
export function wiring(id: string, hint?: ReactNode, error?: ReactNode): Wired {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null
  return (
    <div id={`${id}-hint`} className="mb-2 text-base text-muted">
      {children}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null
  return (
    <p id={`${id}-error`} className="mb-2 flex items-start gap-2 text-base font-bold text-danger">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="mt-0.5 shrink-0">
        <path fill="currentColor" d="M10 1 19.5 18H.5L10 1Zm-1 6v5h2V7H9Zm0 6.5v2h2v-2H9Z" />
      </svg>
      <span>{children}</span>
    </p>
  )
}
