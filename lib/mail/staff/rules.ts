/** What those who run a city are told by letter: of its mail, its addresses, and whoever runs the platform. */
export const staffNotices = [
  'sender_failing',
  'help_answered',
  'host_proved',
  'host_failing',
  'host_released_soon',
] as const
export type StaffNotice = (typeof staffNotices)[number]

export const isStaffNotice = (kind: string): kind is StaffNotice =>
  (staffNotices as readonly string[]).includes(kind)
