/** Drawings a city may put beside one of its themes, by subject. */
export const themeIcons = [
  ...([
    'home',
    'building-2',
    'landmark',
    'castle',
    'church',
    'store',
    'signpost',
    'hammer',
    'wrench',
  ] as const),
  ...(['bike', 'bus', 'car', 'train-front', 'footprints', 'ship', 'anchor'] as const),
  ...([
    'trees',
    'leaf',
    'sprout',
    'flower-2',
    'droplets',
    'recycle',
    'sun',
    'mountain',
    'waves',
    'fish',
  ] as const),
  ...(['paw-print', 'heart', 'hand-heart', 'heart-handshake', 'users', 'baby', 'accessibility'] as const),
  ...(['school', 'graduation-cap', 'book-open', 'palette', 'music', 'theater', 'camera', 'tent'] as const),
  ...(['dumbbell', 'trophy', 'utensils', 'shopping-bag', 'briefcase', 'euro', 'lightbulb', 'zap'] as const),
  ...(['wifi', 'phone', 'shield', 'scale', 'megaphone', 'message-circle', 'globe', 'sparkles'] as const),
] as const
export type ThemeIcon = (typeof themeIcons)[number]
