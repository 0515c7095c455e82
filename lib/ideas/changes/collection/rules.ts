import type { Change } from '../../rules'

const running = { publication: ['published'], collection: ['open'] } as const

/** While supports are gathered, and what comes of it (T9 to T13, T26 to T28). */
export const collectionChanges = {
  /** Written by drizzle/functions/supports.sql in the transaction of the support that crosses, on paper as well. */
  reach: {
    steps: [{ from: running, to: { collection: 'reached' } }],
    who: ['system', 'city'],
    event: 'threshold_reached',
    visibility: 'public',
    stamp: 'reachedAt',
  },
  certify: {
    steps: [
      { from: { publication: ['published'], collection: ['reached'] }, to: { collection: 'certified' } },
    ],
    who: ['system', 'moderator', 'admin'],
    event: 'threshold_certified',
    visibility: 'public',
    stamp: 'certifiedAt',
  },
  annul: {
    steps: [
      {
        from: { publication: ['published'], collection: ['reached'], examination: ['none'] },
        to: { collection: 'open' },
      },
    ],
    who: ['admin', 'system'],
    event: 'threshold_annulled',
    visibility: 'public',
  },
  expire: {
    steps: [{ from: running, to: { collection: 'expired' } }],
    who: ['system'],
    event: 'expired',
    visibility: 'public',
    stamp: 'expiredAt',
  },
  prolong: {
    steps: [{ from: running, to: {} }],
    who: ['admin'],
    event: 'deadline_prolonged',
    visibility: 'public',
  },
  suspend: {
    steps: [{ from: running, to: { collection: 'suspended' } }],
    who: ['admin', 'system'],
    event: 'suspended',
    visibility: 'public',
    stamp: 'suspendedAt',
  },
  resume: {
    steps: [{ from: { publication: ['published'], collection: ['suspended'] }, to: { collection: 'open' } }],
    who: ['admin', 'system'],
    event: 'resumed',
    visibility: 'public',
  },
  /** What ran out begins again as another idea: nothing of the old one changes. */
  relaunch: {
    steps: [{ from: { publication: ['published'], collection: ['expired'] }, to: {} }],
    who: ['author'],
    guard: 'relaunchRefusal',
    event: 'relaunched',
    visibility: 'public',
  },
} as const satisfies Record<string, Change>
