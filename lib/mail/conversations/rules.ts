/** What is told of what people write to each other. */
export const conversationLetters = {
  message_waiting: { to: ['named'], leadsTo: 'account', category: 'messages' },
  date_announced: { to: ['registered'], leadsTo: 'account', haste: 'by_day' },
  call_offered: { to: ['named'], leadsTo: 'account', category: 'calls' },
  call_seat_freed: { to: ['named'], leadsTo: 'account', category: 'calls', haste: 'by_day' },
  call_announced: { to: ['named'], leadsTo: 'account', category: 'calls', haste: 'by_day' },
  message_hidden: { to: ['named'], leadsTo: 'account' },
  message_appeal_rejected: { to: ['named'], leadsTo: 'account' },
  message_restored: { to: ['named'], leadsTo: 'account' },
} as const
