import type { Change } from '../../rules'

const answered = [
  'opinion_favourable',
  'opinion_partial',
  'opinion_unfavourable',
  'not_admissible',
  'already_exists',
] as const
const favoured = ['opinion_favourable', 'opinion_partial'] as const
const shown = { publication: ['published'] } as const
const studied = { ...shown, examination: ['study'] } as const
const signed = { who: ['signatory'], event: 'opinion', visibility: 'public' } as const
/** By itself when it goes on elsewhere, and a step is taken there. */
const milestone = { who: ['instructor', 'system'], event: 'milestone', visibility: 'public' } as const

/** The city's side, from the day it owes an answer to the day it has delivered (T19 to T25, T29, T30). */
export const examinationChanges = {
  /** What the city took up early is already under way when the right comes. */
  oblige: {
    steps: [
      { from: { ...shown, collection: ['certified'], examination: ['none'] }, to: { examination: 'due' } },
      {
        from: { ...shown, collection: ['certified'], examination: ['due', 'admissibility', 'study'] },
        to: {},
      },
    ],
    who: ['system', 'moderator'],
    event: 'examination_due',
    visibility: 'public',
  },
  takeUpEarly: {
    steps: [{ from: { ...shown, collection: ['open'], examination: ['none'] }, to: { examination: 'due' } }],
    who: ['signatory'],
    event: 'taken_up_early',
    visibility: 'public',
    stamp: 'takenUpAt',
  },
  examine: {
    steps: [{ from: { ...shown, examination: ['due'] }, to: { examination: 'admissibility' } }],
    who: ['instructor'],
    event: 'examination_started',
    visibility: 'public',
  },
  study: {
    steps: [{ from: { ...shown, examination: ['admissibility'] }, to: { examination: 'study' } }],
    who: ['instructor'],
    event: 'study_started',
    visibility: 'public',
  },
  ask: {
    steps: [{ from: { ...shown, examination: ['admissibility', 'study'] }, to: {} }],
    who: ['instructor'],
    event: 'question',
    visibility: 'public',
  },
  answer: {
    steps: [{ from: { ...shown, examination: ['admissibility', 'study'] }, to: {} }],
    who: ['author'],
    event: 'answered',
    visibility: 'public',
  },
  favour: { ...signed, steps: [{ from: studied, to: { examination: 'opinion_favourable' } }] },
  favourInPart: { ...signed, steps: [{ from: studied, to: { examination: 'opinion_partial' } }] },
  disfavour: { ...signed, steps: [{ from: studied, to: { examination: 'opinion_unfavourable' } }] },
  declareInadmissible: {
    ...signed,
    steps: [
      { from: { ...shown, examination: ['admissibility', 'study'] }, to: { examination: 'not_admissible' } },
    ],
  },
  declareExisting: {
    ...signed,
    steps: [
      { from: { ...shown, examination: ['admissibility', 'study'] }, to: { examination: 'already_exists' } },
    ],
  },
  reopen: {
    steps: [{ from: { ...shown, examination: answered, delivery: ['none'] }, to: { examination: 'study' } }],
    who: ['moderator', 'instructor', 'signatory', 'admin'],
    event: 'reopened',
    visibility: 'public',
  },
  plan: {
    ...milestone,
    steps: [{ from: { ...shown, examination: favoured, delivery: ['none'] }, to: { delivery: 'planned' } }],
  },
  begin: {
    ...milestone,
    steps: [
      {
        from: { ...shown, examination: favoured, delivery: ['none', 'planned'] },
        to: { delivery: 'in_progress' },
      },
    ],
  },
  deliver: {
    ...milestone,
    steps: [
      {
        from: { ...shown, examination: favoured, delivery: ['none', 'planned', 'in_progress'] },
        to: { delivery: 'delivered' },
      },
    ],
  },
  report: {
    ...milestone,
    steps: [{ from: { ...shown, examination: favoured }, to: {} }],
  },
  abandon: {
    steps: [{ from: { ...shown, delivery: ['planned', 'in_progress'] }, to: { delivery: 'abandoned' } }],
    who: ['signatory', 'system'],
    event: 'abandoned',
    visibility: 'public',
  },
  becomeProject: {
    steps: [{ from: { ...shown, examination: favoured }, to: {} }],
    who: ['admin'],
    event: 'became_project',
    visibility: 'public',
  },
} as const satisfies Record<string, Change>
