import { join } from 'node:path'

/** Apart from what the city shows: nothing serves from here but its owner's own address. */
export const packageFolder = (city: { id: string }) =>
  join(process.env.DATA_DIR ?? '.data', 'packages', city.id)
export const packageFile = (city: { id: string }, id: string) => join(packageFolder(city), `${id}.tar`)
