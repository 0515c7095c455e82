import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentSite } from '../tenancy/current-site'
import { homePlatform, pathOf } from '../tenancy/site'
import { currentPerson, type Person } from './current-person'

/** For a page that is one person's: who is not signed in goes to sign in, and comes back. */
export async function requirePerson(): Promise<Person> {
  const person = await currentPerson()
  if (person) return person
  const { tenant, locale, surface } = await currentSite()
  const here = pathOf(tenant, locale, surface, (await headers()).get('x-parvis-path') ?? '/')
  const platform = surface === 'ville' ? homePlatform(tenant) : surface
  redirect(`${pathOf(tenant, locale, platform, '/connexion')}?suite=${encodeURIComponent(here)}`)
}
