'use client'

import { useFilled } from '@/components/forms/form-state'

/** Which state of the draft the form was shown with; it stays what it was when the form comes back with an error. */
export function SeenVersion({ draftId, rowVersion }: { draftId: string; rowVersion: number }) {
  const { value: draft } = useFilled('draftId', draftId)
  const { value: version } = useFilled('rowVersion', String(rowVersion))
  return (
    <>
      <input type="hidden" name="draftId" value={draft} readOnly />
      <input type="hidden" name="rowVersion" value={version} readOnly />
    </>
  )
}
