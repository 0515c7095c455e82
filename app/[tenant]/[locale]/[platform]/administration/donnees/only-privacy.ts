import { forbidden } from 'next/navigation'
import type { Person } from '@/lib/auth/current-person'
import { requirePerson } from '@/lib/auth/require-person'
import { actsAs } from '@/lib/people/rules'

/** Those who look after personal data, and those who look on: asked where it is read. */
export async function onlyPrivacy(): Promise<Person> {
  const person = await requirePerson()
  const may = (['dpo', 'auditor', 'admin'] as const).some((role) => actsAs(person, role))
  if (!may) forbidden()
  return person
}
