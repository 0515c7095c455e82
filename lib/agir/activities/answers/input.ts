import { z } from 'zod'
import type { Tenant } from '../../../../tenants/tenant'
import { districtAt } from '../../../ideas/places/rules'
import { lineOfText, plainText } from '../../../text'
import {
  type Accessibility,
  accessNeeds,
  activityKinds,
  attendanceModes,
  commitments,
  minorsPolicies,
  registrationModes,
} from '../rules'
import { roleShape, rolesIn } from '../../positions/input'
import {
  activityId,
  boxes,
  chosen,
  coordinate,
  emptyAsNull,
  line,
  nowhere,
  number,
  optionalAddress,
  pointOf,
  pointTyped,
  then,
  tick,
} from './fields/input'
import { lengths, most } from './rules'

type City = { tenant: Tenant }
export const SubjectInput = ({ tenant }: City) => {
  const themes = boxes(
    'theme',
    tenant.themes.map(({ id }) => id),
  )
  return z
    .object({
      activityId: activityId.optional(),
      then,
      title: lineOfText(lengths.title),
      kind: chosen(activityKinds),
      organiser: z.union([z.literal('self'), z.uuid()]).catch('self'),
      initiative: z.union([z.literal(''), z.uuid()]).optional(),
      idea: z.uuid().optional(),
      ...themes.shape,
    })
    .transform((filled, context) => {
      const themeIds = themes.ticked(filled)
      if (themeIds.length === 0)
        context.addIssue({ code: 'custom', path: ['theme'], message: 'choice_required' })
      if (themeIds.length > most.themes)
        context.addIssue({
          code: 'custom',
          path: ['theme'],
          message: 'too_many_themes',
          params: { max: most.themes },
        })
      const { title, kind, organiser, initiative, idea } = filled
      const wish = { title, kind, themeIds }
      return { activityId: filled.activityId, then: filled.then, wish, organiser, initiative, idea }
    })
}

export const PlaceInput = ({ tenant }: City) => {
  const codes = tenant.territory.districts.map(({ code }) => code)
  const needs = Object.fromEntries(
    accessNeeds.map((need) => [`access_${need}`, z.enum(['yes', 'no', '']).catch('')]),
  )
  return z
    .object({
      activityId,
      then,
      attendance: chosen(attendanceModes),
      placeLabel: line(lengths.placeLabel).optional().default(null),
      address: line(lengths.address).optional().default(null),
      districtCode: z
        .enum(['', ...codes])
        .catch('')
        .transform(emptyAsNull),
      latitude: coordinate.nullable().catch(null),
      longitude: coordinate.nullable().catch(null),
      point: pointTyped.optional().default(null),
      onlineUrl: optionalAddress,
      accessNote: line(lengths.accessNote).optional().default(null),
      ...needs,
    })
    .transform((filled, context) => {
      const isHere = filled.attendance !== 'online'
      const want = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' })
      const point = pointOf(filled) ?? filled.point
      const within = point && districtAt(tenant.territory, point)
      const district = within?.code ?? filled.districtCode
      if (isHere && point && !within && !tenant.territory.takesOutside)
        context.addIssue({ code: 'custom', path: ['districtCode'], message: 'outside_city' })
      if (isHere && !filled.placeLabel) want('placeLabel')
      if (isHere && !district) want('districtCode')
      if (filled.attendance !== 'on_site' && !filled.onlineUrl) want('onlineUrl')
      const { activityId, attendance, onlineUrl, accessNote } = filled
      const place = isHere
        ? {
            placeLabel: filled.placeLabel,
            address: filled.address,
            districtCode: district,
            ...(point ?? nowhere),
          }
        : { placeLabel: null, address: null, districtCode: null, ...nowhere }
      const precision = point ? ('exact' as const) : district ? ('district' as const) : ('city' as const)
      const wish = {
        attendance,
        ...place,
        precision,
        onlineUrl: attendance === 'on_site' ? null : onlineUrl,
        accessNote,
      }
      return { activityId, then: filled.then, wish: { ...wish, accessibility: accessOf(filled) } }
    })
}

function accessOf(filled: Record<string, unknown>): Accessibility {
  const said = accessNeeds.map((need) => [need, filled[`access_${need}`]] as const)
  return Object.fromEntries(said.filter(([, answer]) => answer === 'yes' || answer === 'no'))
}

export const TextInput = z
  .object({
    activityId,
    then,
    summary: lineOfText(lengths.summary),
    body: plainText(lengths.body),
    practical: plainText(lengths.practical),
  })
  .transform(({ activityId, then, ...wish }) => ({ activityId, then, wish }))

export const languagesSpoken = ['fr', 'en', 'es', 'ar', 'pt', 'zh', 'uk', 'fsl'] as const

export const WelcomeInput = () => {
  const spoken = boxes('speaks', languagesSpoken)
  return z
    .object({
      activityId,
      then,
      registration: chosen(registrationModes),
      externalUrl: optionalAddress,
      capacity: number({ min: 1, max: most.capacity }),
      hasWaitlist: tick,
      newcomerSeats: number({ min: 0, max: 100 }),
      maxParty: number({ min: 1, max: 10 }),
      minAge: number({ min: 3, max: 99 }),
      minors: chosen(minorsPolicies),
      welcomesNewcomers: tick,
      commitment: chosen(commitments),
      price: line(lengths.price).optional().default(null),
      ...roleShape,
      ...spoken.shape,
    })
    .transform((filled, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (filled.registration === 'external' && !filled.externalUrl) issue('externalUrl', 'required')
      const newcomerSeats = filled.newcomerSeats ?? 0
      if (filled.capacity !== null && newcomerSeats >= filled.capacity)
        issue('newcomerSeats', 'all_for_newcomers')
      const languages = spoken.ticked(filled)
      if (languages.length === 0) issue('speaks', 'choice_required')
      const { activityId, registration, capacity, minAge, minors, commitment, price } = filled
      const roles = rolesIn(filled)
      for (const { place, label } of roles) if (label === '') issue(`role_${place}_label`, 'required')
      const wish = {
        roles: roles.map(({ place: _place, ...role }) => role),
        ...{
          registration,
          capacity,
          minAge,
          minors,
          commitment,
          price,
          newcomerSeats,
          spoken: [...languages],
        },
        externalUrl: registration === 'external' ? filled.externalUrl : null,
        hasWaitlist: filled.hasWaitlist === 'on',
        maxParty: filled.maxParty ?? 1,
        welcomesNewcomers: filled.welcomesNewcomers === 'on',
      }
      return { activityId, then: filled.then, wish }
    })
}

export const ActivityInput = z.object({ activityId })
