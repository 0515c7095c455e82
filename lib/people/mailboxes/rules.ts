/**
 * Where rows hold somebody by an address alone, and what becomes of each for the account of that address: told in its copy,
 * gone with it. A column that is missing here is found by a test.
 */
export const addressed = {
  'reports.email': 'copied',
  'carrier_invitations.email': 'copied',
  'staff_invitations.email': 'copied',
  'memberships.email': 'copied',
  'letters.address': 'copied',
  'sign_in_links.email': 'copied',
  'guest_requests.guest_key': 'copied',
  'exclusions.guest_key': 'copied',
  'registrations.guest_key': 'adopted',
  'refused_mailboxes.mailbox_key': 'forgotten',
  'people.email': 'person',
  'organisations.public_email': 'published',
} as const
