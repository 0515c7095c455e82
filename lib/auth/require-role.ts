import 'server-only'
import { forbidden } from 'next/navigation'
import { actsAs, type Role } from '../people/rules'
import type { Person } from './current-person'
import { requirePerson } from './require-person'

/** For a page of those who act for the city. Where they may act is asked again with the thing they act on. */
export async function requireRole(role: Role): Promise<Person> {
  const person = await requirePerson()
  if (!actsAs(person, role)) forbidden()
  return person
}
