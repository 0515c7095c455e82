'use client'

import { useFilled } from '@/components/forms/form-state'

/** What a field showed when it was opened; when somebody else wrote meanwhile, what they wrote. */
export function SeenText({ name, text }: { name: string; text: string }) {
  const { value } = useFilled(name, text)
  return <input type="hidden" name={name} value={value ?? ''} readOnly />
}
