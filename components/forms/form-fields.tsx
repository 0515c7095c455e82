'use client'

import { type ChangeEvent, type ComponentProps, type ReactNode, use, useEffect, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FileInput } from '@/components/ui/file-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { FilledForm, useFilled } from './form-state'

export function FormInput({
  value: given,
  ...input
}: Omit<ComponentProps<typeof TextInput>, 'value'> & { value?: string }) {
  const { error, value } = useFilled(input.name, given)
  return <TextInput {...input} error={error} defaultValue={value} />
}

export function FormArea({
  value: given,
  ...area
}: Omit<ComponentProps<typeof TextArea>, 'value'> & { value?: string }) {
  const { error, value } = useFilled(area.name, given)
  return <TextArea {...area} error={error} defaultValue={value} />
}

export function FormRadios({ value: given, ...radios }: ComponentProps<typeof RadioGroup>) {
  const { error, value } = useFilled(radios.name, given)
  return <RadioGroup key={value} {...radios} error={error} value={value} />
}

/** A select forgets what was chosen when its form is reset, unless it is made anew. */
export function FormSelect({
  value: given,
  ...select
}: Omit<ComponentProps<typeof Select>, 'value'> & { value?: string }) {
  const { error, value } = useFilled(select.name, given)
  return <Select key={value} {...select} error={error} defaultValue={value} />
}

/** No form that carries more is read. */
const mostBytes = 10 * 1024 * 1024

/** No browser lets a file be put back: after a failure it is chosen again. One that is too heavy is refused before it leaves. */
export function FormFile(file: ComponentProps<typeof FileInput>) {
  const { heavy } = use(FilledForm)
  const { error } = useFilled(file.name)
  const [refused, setRefused] = useState<HTMLInputElement | null>(null)
  useEffect(() => {
    const form = refused?.form
    const stay = (sending: Event) => {
      sending.preventDefault()
      refused?.focus()
    }
    form?.addEventListener('submit', stay, { once: true })
    return () => form?.removeEventListener('submit', stay)
  }, [refused])
  const look = ({ currentTarget: chosen }: ChangeEvent<HTMLInputElement>) => {
    const tooMuch = [...(chosen.files ?? [])].some(({ size }) => size > mostBytes)
    setRefused(tooMuch ? chosen : null)
    if (tooMuch) chosen.value = ''
  }
  return <FileInput {...file} error={refused ? heavy : error} onChange={look} />
}

/** A box to tick: as it was given, or, when the form comes back, as it was left. */
export function FormTick({ value: given, ...tick }: ComponentProps<typeof Checkbox> & { value?: string }) {
  const { values } = use(FilledForm)
  const { error } = useFilled(tick.name)
  const value = Object.keys(values).length > 0 ? values[tick.name] : given
  return <Checkbox key={value} {...tick} error={error} defaultChecked={value === 'on'} />
}

/** A fold of a form comes open where something in it was refused, also without a script. */
export function FormFold({
  about,
  open,
  className,
  children,
}: {
  /** How the names of its fields begin. */
  about: string
  open: boolean
  className: string
  children: ReactNode
}) {
  const { errors } = use(FilledForm)
  const wasRefused = Object.keys(errors).some((name) => name.startsWith(about))
  return (
    <details open={wasRefused || open} className={`group/fold ${className}`}>
      {children}
    </details>
  )
}

/** Pressed twice, it is sent once. */
export function SubmitButton(button: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus()
  return (
    <Button
      type="submit"
      {...button}
      aria-disabled={pending}
      onClick={(press) => pending && press.preventDefault()}
    />
  )
}
