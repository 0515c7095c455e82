import { z } from 'zod'
import { ActivityPage, ActivitySummary } from '../agir/open-data/input'
import { CommentPage, CommentRecord } from '../comments/reading/input'
import { Consultation, ConsultationSummary, Inventory } from '../consultations/open-data/input'
import { Idea, IdeaPage, IdeaSummary } from '../ideas/open-data/input'
import { grantedRoles } from '../people/rules'
import { Rules } from '../../tenants/rules'
import { Problem } from './answers'

const Counted = z.object({
  counted: z.boolean(),
  count: z.number().int(),
  threshold: z.number().int(),
  reached: z.boolean(),
})

const Me = z.object({
  person: z
    .object({
      name: z.string().nullable(),
      locale: z.string().nullable(),
      roles: z.array(z.enum(grantedRoles)),
      unread: z.number().int().describe('Notices not read yet, up to a hundred'),
      asked: z.literal(true).optional().describe('A new version of the terms waits for their answer'),
    })
    .nullable(),
  idea: z
    .object({
      id: z.uuid(),
      supported: z.boolean(),
      following: z.boolean(),
      own: z.boolean(),
      comments: z
        .object({ own: z.array(z.uuid()), useful: z.array(z.uuid()), useless: z.array(z.uuid()) })
        .describe('Comments of this idea that are the person’s, and what they thought of others.'),
    })
    .optional(),
})

const RuleSets = z.object({
  rules: z.array(
    z.object({
      version: z.number().int(),
      inForce: z.boolean(),
      validFrom: z.iso.datetime(),
      threshold: z.number().int(),
      timeZone: z.string(),
      reason: z.string(),
      runningIdeas: z.number().int(),
      rules: Rules,
    }),
  ),
})

/** Every shape of answer that the document names. */
export const schemas = {
  IdeaSummary,
  Idea,
  IdeaPage,
  CommentRecord,
  CommentPage,
  ConsultationSummary,
  Consultation,
  Inventory,
  ActivitySummary,
  ActivityPage,
  RuleSets,
  Counted,
  Me,
  Problem,
}
