import { forbidden, redirect } from 'next/navigation'
import { currentPerson, type Person } from '@/lib/auth/current-person'
import { actsAs } from '@/lib/people/rules'
import { currentHref } from '@/lib/tenancy/current-site'

/** Asked where it is read, as the actions ask where it is written. */
export async function onlyModerator(path: string): Promise<Person> {
  const person = await currentPerson()
  const href = await currentHref()
  if (!person) redirect(`${href('/connexion')}?suite=${encodeURIComponent(href(path))}`)
  if (!actsAs(person, 'moderator')) forbidden()
  return person
}
