import { IntlMessageFormat } from 'intl-messageformat'
import type { ReactNode } from 'react'
import { _createCache, _createIntlFormatters, IntlError, IntlErrorCode } from 'use-intl/core'

const mostKept = 4000
const read = new Map<string, IntlMessageFormat>()
const formatters = _createIntlFormatters(_createCache())

type Values = Record<string, unknown>
type Told = { locale: string; timeZone?: string }

/**
 * In the place of `use-intl/format-message`, which reads each sentence again for each page: here a sentence is read once.
 * It is known by its own words, so that what one city says otherwise is said nowhere else.
 */
export default function formatMessage(
  _key: string,
  message: unknown,
  values: Values | undefined,
  told: Told,
) {
  if (typeof message !== 'string') throw new IntlError(IntlErrorCode.INSUFFICIENT_PATH)
  if (!values && !/'[{}<#|']/.test(message)) return message
  const said = readOnce(message, told).format(values as Record<string, string>) as ReactNode
  return typeof said === 'object' || typeof said === 'string' ? said : String(said)
}

function readOnce(message: string, { locale, timeZone }: Told): IntlMessageFormat {
  const key = `${locale} ${timeZone} ${message}`
  const known = read.get(key)
  if (known) return known
  if (read.size >= mostKept) read.clear()
  const made = reading(message, { locale, timeZone })
  read.set(key, made)
  return made
}

function reading(message: string, { locale, timeZone }: Told): IntlMessageFormat {
  const getDateTimeFormat: typeof formatters.getDateTimeFormat = (where, how) =>
    formatters.getDateTimeFormat(where, { ...how, timeZone: how?.timeZone ?? timeZone })
  try {
    return new IntlMessageFormat(message, locale, undefined, {
      formatters: { ...formatters, getDateTimeFormat },
    })
  } catch (error) {
    throw new IntlError(IntlErrorCode.INVALID_MESSAGE, error instanceof Error ? error.message : String(error))
  }
}
