import { z } from 'zod'
import type { Tenant } from '../../../../tenants/tenant'
import { lineOfText, plainText } from '../../../text'
import { districtAt } from '../../../ideas/places/rules'
import {
  boxes,
  coordinate,
  emptyAsNull,
  line,
  nowhere,
  pointOf,
  pointTyped,
  then,
} from '../../activities/answers/fields/input'
import { initiativeLimits } from '../rules'

const initiativeId = z.uuid()
const { title, summary, story, placeLabel, address, themes: mostThemes } = initiativeLimits

export const InitiativeInput = z.object({ initiativeId })

export const SubjectInput = ({ tenant }: { tenant: Tenant }) => {
  const themes = boxes(
    'theme',
    tenant.themes.map(({ id }) => id),
  )
  return z
    .object({
      initiativeId: initiativeId.optional(),
      then,
      title: lineOfText(title),
      summary: lineOfText(summary),
      organiser: z.union([z.literal('self'), z.uuid()]).catch('self'),
      ...themes.shape,
    })
    .transform((filled, context) => {
      const themeIds = themes.ticked(filled)
      const issue = (message: string, params = {}) =>
        context.addIssue({ code: 'custom', path: ['theme'], message, params })
      if (themeIds.length === 0) issue('choice_required')
      if (themeIds.length > mostThemes) issue('too_many_themes', { max: mostThemes })
      const words = { title: filled.title, summary: filled.summary, themeIds: [...themeIds] }
      return { initiativeId: filled.initiativeId, then: filled.then, organiser: filled.organiser, words }
    })
}

export const StoryInput = z
  .object({ initiativeId, then, story: plainText(story) })
  .transform(({ initiativeId: id, then: next, ...words }) => ({ initiativeId: id, then: next, words }))

export const PlaceInput = ({ tenant }: { tenant: Tenant }) => {
  const codes = tenant.territory.districts.map(({ code }) => code)
  return z
    .object({
      initiativeId,
      then,
      placeLabel: line(placeLabel).optional().default(null),
      address: line(address).optional().default(null),
      districtCode: z
        .enum(['', ...codes])
        .catch('')
        .transform(emptyAsNull),
      point: pointTyped.optional().default(null),
      latitude: coordinate.nullable().catch(null),
      longitude: coordinate.nullable().catch(null),
    })
    .transform(({ initiativeId: id, then: next, point: typed, ...words }) => {
      const point = pointOf(words) ?? typed
      const within = point && districtAt(tenant.territory, point)
      const districtCode = within?.code ?? words.districtCode
      return { initiativeId: id, then: next, words: { ...words, ...(point ?? nowhere), districtCode } }
    })
}
