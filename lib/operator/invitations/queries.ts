import 'server-only'
import { asc, isNull } from 'drizzle-orm'
import { staffInvitations } from '../../../drizzle/schema'
import { operatorDoor } from '../../db/operator'

/** Who was invited to run a city and has not come yet. */
export const listInvited = (city: string, operator = operatorDoor()) =>
  operator.inCity({ id: city }, (db) =>
    db
      .select()
      .from(staffInvitations)
      .where(isNull(staffInvitations.acceptedAt))
      .orderBy(asc(staffInvitations.invitedAt))
      .limit(20),
  )
export type Invited = Awaited<ReturnType<typeof listInvited>>[number]
