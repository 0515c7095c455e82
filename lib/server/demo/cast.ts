import type { Assurance, Residence } from '../../../tenants/rules'
import type { Locale, Tenant } from '../../../tenants/tenant'
import type { GrantedRole, Role } from '../../people/rules'

/** What someone of the demo is there to show. */
export type Part = 'citizen' | 'minor' | 'student' | 'worker' | 'association' | GrantedRole

export type DemoPerson = {
  key: string
  name: string
  part: Part
  role: Role
  birthYear: number
  residence: Residence
  districtCode: string | null
  assurance: Assurance
  email: string
}

type Sketch = {
  part: Part
  birthYear: number
  residence: Residence
  district: number | null
  assurance: Assurance
  role?: Role
}

const sketches: readonly Sketch[] = [
  { part: 'citizen', birthYear: 1991, residence: 'lives', district: 0, assurance: 'A4' },
  { part: 'citizen', birthYear: 1973, residence: 'lives', district: 1, assurance: 'A4' },
  { part: 'citizen', birthYear: 1998, residence: 'lives', district: 2, assurance: 'A3' },
  { part: 'citizen', birthYear: 1980, residence: 'lives', district: 3, assurance: 'A3' },
  { part: 'citizen', birthYear: 1954, residence: 'lives', district: 4, assurance: 'A4' },
  { part: 'student', birthYear: 2006, residence: 'studies', district: 1, assurance: 'A3' },
  { part: 'worker', birthYear: 1987, residence: 'works', district: null, assurance: 'A4' },
  { part: 'minor', birthYear: 2013, residence: 'lives', district: 2, assurance: 'A3' },
  { part: 'association', birthYear: 1978, residence: 'association', district: 0, assurance: 'A4' },
  {
    part: 'moderator',
    birthYear: 1989,
    residence: 'works',
    district: null,
    assurance: 'A4',
    role: 'moderator',
  },
  {
    part: 'instructor',
    birthYear: 1982,
    residence: 'works',
    district: null,
    assurance: 'A4',
    role: 'instructor',
  },
  { part: 'admin', birthYear: 1976, residence: 'works', district: null, assurance: 'A4', role: 'admin' },
  {
    part: 'signatory',
    birthYear: 1969,
    residence: 'lives',
    district: 0,
    assurance: 'A4',
    role: 'signatory',
  },
  { part: 'dpo', birthYear: 1984, residence: 'works', district: null, assurance: 'A4', role: 'dpo' },
  { part: 'auditor', birthYear: 1958, residence: 'lives', district: 1, assurance: 'A4', role: 'auditor' },
  {
    part: 'area_admin',
    birthYear: 1977,
    residence: 'works',
    district: 0,
    assurance: 'A4',
    role: 'area_admin',
  },
  { part: 'owner', birthYear: 1971, residence: 'works', district: null, assurance: 'A4', role: 'owner' },
]

type Name = readonly [key: string, name: string]

const french: readonly Name[] = [
  ['amina', 'Amina Diallo'],
  ['julien', 'Julien Moreau'],
  ['mei', 'Mei Chen'],
  ['fatou', 'Fatou N’Diaye'],
  ['gerard', 'Gérard Lefèvre'],
  ['ines', 'Inès Benali'],
  ['thomas', 'Thomas Petit'],
  ['lucas', 'Lucas Martin'],
  ['claire', 'Claire Fontaine'],
  ['sofia', 'Sofia Rossi'],
  ['karim', 'Karim Haddad'],
  ['helene', 'Hélène Roy'],
  ['nadia', 'Nadia Cherif'],
  ['marc', 'Marc Delorme'],
  ['odile', 'Odile Garnier'],
  ['noemie', 'Noémie Blanc'],
  ['pascal', 'Pascal Brunet'],
]

const spanish: readonly Name[] = [
  ['lucia', 'Lucía Fuentes'],
  ['mateo', 'Mateo Rojas'],
  ['camila', 'Camila Soto'],
  ['diego', 'Diego Paredes'],
  ['rosa', 'Rosa Quispe'],
  ['valentina', 'Valentina Díaz'],
  ['andres', 'Andrés Molina'],
  ['tomas', 'Tomás Vega'],
  ['elena', 'Elena Cárdenas'],
  ['marta', 'Marta Ibáñez'],
  ['javier', 'Javier Núñez'],
  ['pilar', 'Pilar Herrera'],
  ['beatriz', 'Beatriz Salas'],
  ['ramon', 'Ramón Aguirre'],
  ['ines', 'Inés Cabrera'],
  ['clara', 'Clara Montes'],
  ['hugo', 'Hugo Navarro'],
]

const arabic: readonly Name[] = [
  ['yasmine', 'ياسمين بن علي'],
  ['salim', 'سليم الطرابلسي'],
  ['leila', 'ليلى المرزوقي'],
  ['hatem', 'حاتم الجلاصي'],
  ['zohra', 'زهرة الشابي'],
  ['nour', 'نور الهمامي'],
  ['anis', 'أنيس القروي'],
  ['adam', 'آدم السعيدي'],
  ['samia', 'سامية الورتاني'],
  ['rania', 'رانية الدريدي'],
  ['walid', 'وليد العياري'],
  ['monia', 'منية الزغلامي'],
  ['amel', 'آمال البكوش'],
  ['ridha', 'رضا السلامي'],
  ['latifa', 'لطيفة المبروك'],
  ['hanene', 'حنان التومي'],
  ['kais', 'قيس الدغري'],
]

const namesIn: Record<Locale, readonly Name[]> = { fr: french, en: french, es: spanish, ar: arabic }

/** The people who live, work or serve in a city, named as people there are. */
export function castOf(tenant: Tenant): DemoPerson[] {
  const names = namesIn[tenant.locales[0]!]
  const { districts } = tenant.territory
  return sketches.map(({ district, role = 'citizen', ...sketch }, position) => {
    const [key, name] = names[position]!
    const districtCode = district === null ? null : districts[district % districts.length]!.code
    return { ...sketch, key, name, role, districtCode, email: `${key}@${tenant.id}.example` }
  })
}
