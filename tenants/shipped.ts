import { belleville } from './belleville'
import { marsa } from './marsa'
import { paris } from './paris'
import { puertoClaro } from './puerto-claro'
import type { Tenant } from './tenant'

/** The cities that come with the product. Registered once; what they publish afterwards lives in Postgres. */
export const shippedCities: readonly Tenant[] = [paris, belleville, puertoClaro, marsa]
