import { themeIcons } from '../../../../tenants/icons'
import type { Locale, Tenant } from '../../../../tenants/tenant'
import { lightened } from '../../../territory/lighter/rules'
import type { Field } from './rules'

/** What a form sent, name by name. */
export type Sent = Readonly<Record<string, unknown>>
type Reading = { field: Field; sent: Sent; locales: readonly Locale[] }
/** A value, `absent` for one that was not sent and stays as it is, or why it cannot be read and where that is written. */
export type ReadValue = { value: unknown } | { absent: true } | { error: string; at?: string }

/** A setting as its part of a form says it; whether it may be so is for the schema. */
export function readField(reading: Reading): ReadValue {
  const { field, sent } = reading
  const { key } = field
  switch (field.kind) {
    case 'tick':
      return { value: sent[key] === 'on' }
    case 'number':
      return numberIn(sent, key)
    case 'several':
      return { value: field.choices.filter((choice) => sent[`${key}.${choice}`] === 'on') }
    case 'lines':
      return { value: [...new Set(linesIn(textIn(sent, key)))] }
    case 'range':
      return joined({ min: numberIn(sent, `${key}.min`), max: numberIn(sent, `${key}.max`) })
    case 'position':
      return positionIn(textIn(sent, key))
    case 'threshold':
      return thresholdIn(sent, key)
    case 'duration':
      return joined({ [sent[`${key}.unit`] === 'days' ? 'days' : 'months']: numberIn(sent, `${key}.count`) })
    case 'localized':
      return { value: orNothing(textsIn(reading, key)) }
    case 'tiles':
      return tilesIn(sent, key)
    case 'words':
      return { value: wordsIn(reading) }
    case 'languages':
      return languagesIn(sent, field.choices)
    case 'list':
      return { value: rowsIn(reading) }
    case 'districts':
      return { absent: true }
    default:
      return { value: textIn(sent, key) || (field.isOptional ? null : '') }
  }
}

const textIn = (sent: Sent, name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '')

function numberIn(sent: Sent, name: string): ReadValue {
  const text = textIn(sent, name)
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
  if (text === '') return { error: 'required', at: name }
  return Number.isFinite(Number(text)) ? { value: Number(text) } : { error: 'number', at: name }
}

function joined(parts: Record<string, ReadValue>): ReadValue {
  const wrong = Object.values(parts).find((part) => 'error' in part)
  if (wrong) return wrong
  return {
    value: Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, (part as { value: unknown }).value]),
    ),
  }
}

const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function positionIn(text: string): ReadValue {
  const [longitude, latitude, ...more] = text.split(/[,;\s]+/).map(Number)
  const isPair = more.length === 0 && Number.isFinite(longitude) && Number.isFinite(latitude)
  return isPair ? { value: [longitude, latitude] } : { error: 'position' }
}

function thresholdIn(sent: Sent, key: string): ReadValue {
  const number = (name: string) => numberIn(sent, `${key}.${name}`)
  if (sent[`${key}.mode`] === 'districts')
    return joined({
      mode: { value: 'districts' },
      value: number('value'),
      districts: numbersIn(sent, `${key}.districts.`),
    })
  if (sent[`${key}.mode`] !== 'share') return joined({ mode: { value: 'absolute' }, value: number('value') })
  const share = { percent: number('percent'), floor: number('floor'), cap: number('cap') }
  return joined({ mode: { value: 'share' }, ...share })
}

/** The numbers that were written, by what comes after `start` in their name. */
function numbersIn(sent: Sent, start: string): ReadValue {
  const written = Object.keys(sent).filter((name) => name.startsWith(start) && textIn(sent, name) !== '')
  return joined(Object.fromEntries(written.map((name) => [name.slice(start.length), numberIn(sent, name)])))
}

function tilesIn(sent: Sent, key: string): ReadValue {
  const [url, attribution] = [textIn(sent, `${key}.url`), textIn(sent, `${key}.attribution`)]
  return { value: url || attribution ? { url, attribution } : null }
}

function textsIn({ sent, locales }: Reading, key: string): Record<string, string> {
  const said = locales.map((locale) => [locale, textIn(sent, `${key}.${locale}`)] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}

const orNothing = (texts: Record<string, string>) => (Object.keys(texts).length > 0 ? texts : null)

function wordsIn({ sent, field: { key }, locales }: Reading) {
  const forms = (locale: Locale) =>
    Object.fromEntries(
      ['one', 'other', 'gender', 'withA', 'withThe'].map((form) => [
        form,
        textIn(sent, `${key}.${locale}.${form}`),
      ]),
    )
  const filled = locales.map((locale) => [locale, forms(locale)] as const)
  return Object.fromEntries(filled.filter(([, word]) => word.one || word.other))
}

/** Languages are added and retired one by one on their own page; a form that names none leaves them as they are. */
function languagesIn(sent: Sent, choices: string[]): ReadValue {
  const chosen = choices.filter((locale) => sent[`locales.${locale}`] === 'on')
  const first = textIn(sent, 'locales.first')
  if (chosen.length === 0 && first === '') return { absent: true }
  return { value: chosen.includes(first) ? [first, ...chosen.filter((one) => one !== first)] : chosen }
}

/** Rows of a list: one that is emptied or ticked to be taken away is left out; a new one is named after what it says. */
function rowsIn(reading: Reading) {
  const { sent, field } = reading
  const numbers = Object.keys(sent).flatMap((name) => {
    const [, number] = new RegExp(`^${field.key}\\.(\\d+)\\.name\\.`).exec(name) ?? []
    return number === undefined ? [] : [Number(number)]
  })
  return [...new Set(numbers)]
    .sort((one, other) => one - other)
    .flatMap((number) => {
      const at = `${field.key}.${number}`
      const name = textsIn(reading, `${at}.name`)
      if (sent[`${at}.gone`] === 'on' || Object.keys(name).length === 0) return []
      const id = textIn(sent, `${at}.id`) || idFrom(Object.values(name)[0]!, number)
      return [field.key === 'themes' ? { id, name, icon: iconOf(textIn(sent, `${at}.icon`)) } : { id, name }]
    })
}

/** One of those offered, whatever a form sends. */
const iconOf = (typed: string) => themeIcons.find((icon) => icon === typed) ?? themeIcons[0]

function idFrom(name: string, number: number): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
  return plain.slice(0, 40) || `x${number}`
}

/** Districts as a GeoJSON file has them: each shape with its code and its name. */
export function districtsIn(text: string, { locales }: Pick<Tenant, 'locales'>): ReadValue {
  let file: { type?: unknown; features?: unknown }
  try {
    file = JSON.parse(text)
  } catch {
    return { error: 'not_geojson' }
  }
  if (file?.type !== 'FeatureCollection' || !Array.isArray(file.features)) return { error: 'not_geojson' }
  const first = locales[0]!
  const value = file.features.map((feature, index) => {
    const { properties = {}, geometry } = (feature ?? {}) as {
      properties?: Record<string, unknown>
      geometry?: unknown
    }
    const { code = index + 1, name = code } = properties ?? {}
    const said = typeof name === 'object' && name !== null ? name : { [first]: String(name) }
    return { code: String(code).toLowerCase(), name: said, outline: flat(geometry) }
  })
  return { value: lightened(value) }
}

/** Only what a map needs: heights are left out. */
function flat(geometry: unknown) {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  return { type, coordinates: level(coordinates) }
}

/** A shape is three lists deep at most; what is deeper is no shape, and is not followed. */
function level(part: unknown, depth = 0): unknown {
  if (!Array.isArray(part) || depth > 3) return depth > 3 ? null : part
  return typeof part[0] === 'number' ? part.slice(0, 2) : part.map((one) => level(one, depth + 1))
}
