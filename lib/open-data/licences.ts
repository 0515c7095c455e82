import type { Tenant } from '../../tenants/tenant'

export type Licence = Tenant['openData']['licence']

/** What a program is told of the licence a city chose: names that are the same in every language. */
export const licences: Record<Licence, { name: string; url: string }> = {
  lo2: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
  cc_by: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  odbl: { name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  cc0: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
}

export type Giving = Pick<Tenant, 'openData'>

export const licenceOf = ({ openData }: Giving) => licences[openData.licence]
