import { existsSync } from 'node:fs'
import { CannotStart } from '../../server/start/cannot-start'
import { asVisitor } from '../../tenancy/departure/archive/asking'
import { archiveCity } from '../../tenancy/departure/archive/commands'
import { findTenant } from '../../tenancy/registry'

/** Everything a city shows, as pages in one zip, read from the product as it runs. */
export async function keep(city: string, file: string): Promise<void> {
  const tenant = await findTenant(city)
  if (!tenant) throw new CannotStart(`${city} is not a city of this registry.`)
  if (existsSync(file)) throw new CannotStart(`${file} is there already.`)
  const archived = await archiveCity(file, { tenant, ask: asVisitor, now: new Date() }).catch(
    (error: Error) => {
      throw new CannotStart(
        `${city} could not be read on port ${process.env.PORT ?? 3000}: ${error.message}.`,
      )
    },
  )
  console.log(
    `${city}: ${archived.pages} pages and ${archived.files.length - archived.pages} files in ${file}.`,
  )
}
