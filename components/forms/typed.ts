'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'

/** What an area holds as it is being written in, counting what was typed before the page woke. */
export function useTyped(value: string) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(value)
  useEffect(() => setText((known) => field.current?.value ?? known), [value])
  const onInput = ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => setText(currentTarget.value)
  return { text, area: { ref: field, onInput } }
}
