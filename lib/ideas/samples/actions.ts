'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { adminAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { removeSamples } from './commands'

export const takeSamplesAway = adminAction(z.object({}), async ({ site, tenant, person, now }) => {
  await removeSamples(tenant, { byId: person.id, now })
  const { locale, surface } = site
  redirect(`${pathOf(tenant, locale, surface, '/administration')}?fait=exemples`)
})
