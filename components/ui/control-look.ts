/** How every control that holds text looks. */
export const controlLook =
  'block w-full min-h-11 rounded-control border border-control bg-paper px-3 py-2 text-body text-ink ' +
  'placeholder:text-muted hover:border-ink aria-invalid:border-2 aria-invalid:border-danger ' +
  'disabled:border-disabled disabled:bg-disabled disabled:text-on-disabled'
