/** What somebody is told about their account: owed by law, whatever they have chosen. */
export const accountLetters = {
  supports_barred: { to: ['named'], leadsTo: 'account', isOwed: true },
  supports_unbarred: { to: ['named'], leadsTo: 'account', isOwed: true },
  supports_still_barred: { to: ['named'], leadsTo: 'account', isOwed: true },
  supports_bar_appealed: { to: ['admins', 'dpos'], leadsTo: 'account' },
  account_expiring: { to: ['named'], leadsTo: 'account', isOwed: true },
} as const
