import { join } from 'node:path'
import { formOf, type PackageKind } from './rules'

/** Apart from what the city shows: nothing serves from here but its owner's own address. */
export const packageFolder = (city: { id: string }) =>
  join(process.env.DATA_DIR ?? '.data', 'packages', city.id)
export const packageFile = (city: { id: string }, { id, kind }: { id: string; kind: PackageKind }) =>
  join(packageFolder(city), `${id}.${formOf[kind].end}`)
