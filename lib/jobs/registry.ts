import * as hours from '../agir/hours/jobs'
import * as feedback from '../agir/feedback/jobs'
import * as standing from '../agir/standing/jobs'
import * as placing from '../agir/activities/placing/jobs'
import * as dates from '../agir/dates/jobs'
import * as pictures from '../agir/pictures/jobs'
import * as searches from '../agir/searches/jobs'
import * as calls from '../agir/calls/jobs'
import * as conversations from '../agir/conversations/jobs'
import * as schedules from '../agir/schedules/jobs'
import * as registrations from '../agir/registrations/jobs'
import * as departure from '../tenancy/departure/jobs'
import * as consultations from '../consultations/jobs'
import * as engagements from '../engagements/jobs'
import * as collection from '../ideas/collection/jobs'
import * as listing from '../ideas/listing/jobs'
import * as letters from '../mail/jobs'
import * as notifications from '../notifications/jobs'
import * as proofs from '../agir/organisations/proofs/jobs'
import * as moderation from '../moderation/rounds/jobs'
import * as wizard from '../operator/wizard/jobs'
import * as people from '../people/jobs'
import * as drafts from '../tenancy/drafts/jobs'
import * as hosts from '../tenancy/hosts/jobs'
import type { Job, TaskName } from './rules'

/** Every kind of work there is, from each slice's `jobs.ts`. */
export const jobs = {
  'letters.for_event': notifications.tellOf,
  'letters.for_crowd': notifications.tellOfCrowd,
  'letters.carry': letters.carry,
  'letters.send': letters.send,
  'moderation.end_rounds': moderation.endRounds,
  'organisations.expire_proofs': proofs.expire,
  'people.tidy': people.tidy,
  'people.gather': people.gather,
  'collection.tidy': collection.tidy,
  'listing.gather': listing.gather,
  'engagements.watch': engagements.watch,
  'consultations.watch': consultations.watch,
  'calls.ask': calls.ask,
  'conversations.tell': conversations.tell,
  'agir.activities.place': placing.place,
  'agir.dates.settle': dates.settle,
  'agir.schedules.write': schedules.write,
  'agir.schedules.zones': schedules.zones,
  'agir.searches.tell': searches.tell,
  'settings.publish_planned': drafts.publishPlanned,
  'hosts.check': hosts.checkHosts,
  'departure.pack': departure.pack,
  'departure.archive': departure.archive,
  'departure.watch': departure.watch,
  'pictures.forget': pictures.forget,
  'hours.settle': hours.settle,
  'standing.renew': standing.renew,
  'feedback.thank': feedback.thank,
  'registrations.lapse': registrations.lapse,
  'registrations.remind': registrations.remind,
  'registrations.reconcile': registrations.reconcile,
  'registrations.end_hidden': registrations.endHidden,
  'registrations.ask_organisers': registrations.askOrganisers,
} as const satisfies Record<TaskName, Job>

/** What is no city's, each night (UTC). */
export const onceForAll = {
  'operator.tidy_drafts': { when: '23 3 * * *', work: wizard.tidyDrafts },
} as const satisfies Record<string, { when: string; work: (now: Date) => Promise<void> }>

/** When what is asked of every city in turn: minute, hour, day, month, weekday (UTC), then the task. */
export const crontab: readonly (readonly [when: string, task: TaskName])[] = [
  ['17 3 * * *', 'people.tidy'],
  ['* * * * *', 'people.gather'],
  ['*/10 * * * *', 'moderation.end_rounds'],
  ['35 2 * * *', 'organisations.expire_proofs'],
  ['* * * * *', 'collection.tidy'],
  ['* * * * *', 'letters.carry'],
  ['* * * * *', 'settings.publish_planned'],
  ['*/10 * * * *', 'agir.activities.place'],
  ['* * * * *', 'agir.dates.settle'],
  ['11 * * * *', 'agir.schedules.write'],
  ['37 2 * * *', 'agir.schedules.zones'],
  ['4,14,24,34,44,54 * * * *', 'agir.searches.tell'],
  ['43 * * * *', 'listing.gather'],
  ['*/15 * * * *', 'engagements.watch'],
  ['7,22,37,52 * * * *', 'consultations.watch'],
  ['29 4 * * *', 'hosts.check'],
  ['29 * * * *', 'departure.watch'],
  ['31 * * * *', 'hours.settle'],
  ['14 * * * *', 'standing.renew'],
  ['*/20 * * * *', 'feedback.thank'],
  ['* * * * *', 'registrations.lapse'],
  ['* * * * *', 'conversations.tell'],
  ['* * * * *', 'calls.ask'],
  ['*/5 * * * *', 'registrations.remind'],
  ['53 3 * * *', 'registrations.reconcile'],
  ['*/10 * * * *', 'registrations.end_hidden'],
  ['*/5 * * * *', 'registrations.ask_organisers'],
]
