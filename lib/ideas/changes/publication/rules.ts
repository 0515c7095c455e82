import type { Change } from '../../rules'

/** From the draft to what may be read, and out of sight again (T1 to T8, T14 to T18). */
export const publicationChanges = {
  submit: {
    steps: [{ from: { publication: ['draft'] }, to: { publication: 'submitted' } }],
    who: ['author'],
    guard: 'submissionRefusal',
    event: 'submitted',
    visibility: 'internal',
    stamp: 'submittedAt',
  },
  pullBack: {
    steps: [{ from: { publication: ['submitted'] }, to: { publication: 'draft' } }],
    who: ['author'],
    guard: 'pullBackRefusal',
    event: 'pulled_back',
    visibility: 'internal',
  },
  publish: {
    steps: [{ from: { publication: ['submitted'] }, to: { publication: 'published', collection: 'open' } }],
    who: ['moderator', 'system'],
    guard: 'treatmentRefusal',
    event: 'published',
    visibility: 'public',
    stamp: 'publishedAt',
  },
  askChanges: {
    steps: [{ from: { publication: ['submitted'] }, to: {} }],
    who: ['moderator'],
    guard: 'treatmentRefusal',
    event: 'changes_asked',
    visibility: 'internal',
  },
  /** Public unless the code is one of those that would say again what was refused. */
  refuse: {
    steps: [{ from: { publication: ['submitted'] }, to: { publication: 'refused' } }],
    who: ['moderator', 'system'],
    guard: 'treatmentRefusal',
    event: 'refused',
    visibility: 'public',
    stamp: 'refusedAt',
  },
  upholdAppeal: {
    steps: [{ from: { publication: ['refused'] }, to: { publication: 'submitted' } }],
    who: ['moderator'],
    event: 'appeal_upheld',
    visibility: 'public',
  },
  edit: {
    steps: [{ from: { publication: ['published'], collection: ['open'] }, to: {} }],
    who: ['author'],
    guard: 'editRefusal',
    event: 'text_changed',
    visibility: 'public',
  },
  addAddendum: {
    steps: [{ from: { publication: ['published'] }, to: {} }],
    who: ['author'],
    guard: 'mayAddAddendum',
    event: 'addendum',
    visibility: 'public',
  },
  withdraw: {
    steps: [
      {
        from: { publication: ['published'], collection: ['open', 'suspended'], examination: ['none'] },
        to: { publication: 'withdrawn', collection: 'closed' },
      },
    ],
    who: ['author', 'system'],
    guard: 'withdrawalRefusal',
    event: 'withdrawn',
    visibility: 'public',
    stamp: 'withdrawnAt',
  },
  seekCarrier: {
    steps: [
      {
        from: { publication: ['published'], collection: ['open', 'suspended', 'reached', 'certified'] },
        to: {},
      },
    ],
    who: ['author', 'system'],
    event: 'seeking_carrier',
    visibility: 'public',
  },
  keep: {
    steps: [{ from: { publication: ['published'] }, to: {} }],
    who: ['author'],
    event: 'kept',
    visibility: 'public',
  },
  adopt: {
    steps: [{ from: { publication: ['published'] }, to: {} }],
    who: ['author'],
    event: 'adopted',
    visibility: 'public',
  },
  merge: {
    steps: [
      {
        from: { publication: ['published'], collection: ['open', 'suspended'], examination: ['none'] },
        to: { publication: 'merged', collection: 'closed' },
      },
    ],
    who: ['author', 'moderator'],
    event: 'merged',
    visibility: 'public',
    stamp: 'mergedAt',
  },
  unmerge: {
    steps: [
      {
        from: { publication: ['merged'], collection: ['closed'] },
        to: { publication: 'published', collection: 'open' },
      },
    ],
    who: ['author', 'moderator'],
    event: 'unmerged',
    visibility: 'public',
  },
  /** A part becomes an idea of its own: nothing of the whole changes. */
  split: {
    steps: [{ from: { publication: ['published'], collection: ['open'] }, to: {} }],
    who: ['author'],
    guard: 'splitRefusal',
    event: 'split',
    visibility: 'public',
  },
  hide: {
    steps: [{ from: { publication: ['published', 'withdrawn', 'merged'] }, to: { publication: 'hidden' } }],
    who: ['moderator'],
    event: 'hidden',
    visibility: 'public',
    stamp: 'hiddenAt',
  },
  restore: {
    steps: [{ from: { publication: ['hidden'] }, to: { publication: 'published' } }],
    who: ['moderator'],
    event: 'restored',
    visibility: 'public',
  },
  restoreWithdrawn: {
    steps: [{ from: { publication: ['hidden'], collection: ['closed'] }, to: { publication: 'withdrawn' } }],
    who: ['moderator'],
    event: 'restored',
    visibility: 'public',
  },
  restoreMerged: {
    steps: [{ from: { publication: ['hidden'], collection: ['closed'] }, to: { publication: 'merged' } }],
    who: ['moderator'],
    event: 'restored',
    visibility: 'public',
  },
  /** A right once acquired is not undone by taking the text away. */
  remove: {
    steps: [
      {
        from: { collection: ['open', 'suspended'], examination: ['none'] },
        to: { publication: 'removed', collection: 'closed' },
      },
      {
        from: {
          publication: ['draft', 'submitted', 'published', 'refused', 'hidden', 'withdrawn', 'merged'],
        },
        to: { publication: 'removed' },
      },
    ],
    who: ['admin', 'dpo'],
    event: 'removed',
    visibility: 'public',
    stamp: 'removedAt',
  },
} as const satisfies Record<string, Change>
