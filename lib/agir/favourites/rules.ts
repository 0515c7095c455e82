export const mostFavourites = 200
export const favouriteRefusals = ['too_many_favourites', 'not_there'] as const
export type FavouriteRefusal = (typeof favouriteRefusals)[number]
export type Kept = { activityId: string; kept: boolean }
