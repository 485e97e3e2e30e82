/**
 * What can go wrong, as a value with a code. The Vietnamese sentence and the next step stand in `i18n/problems.ts`.
 * Codes are kebab-case, noun first, and stable: other programs read them.
 */
export type ProblemCode =
  // what was typed (checked by the phone and by the server alike)
  | 'requirement-missing' | 'requirement-unknown' | 'requirement-closed' | 'form-missing' | 'form-unknown' | 'form-unfit'
  | 'occasion-unknown' | 'date-missing' | 'date-future' | 'title-missing' | 'text-too-long'
  | 'figure-missing' | 'figure-not-whole' | 'figure-out-of-bounds' | 'figure-unknown' | 'figures-none'
  | 'check-failed' | 'text-names-person' | 'text-has-phone' | 'text-has-identity-number'
  | 'link-bad' | 'link-foreign' | 'note-not-allowed' | 'link-not-allowed' | 'photo-not-allowed' | 'body-malformed'
  // pictures
  | 'photo-unreadable' | 'photo-too-many' | 'photo-too-big' | 'photo-unknown' | 'photo-range-wrong'
  // a record that was taken out of all counts, or whose year is closed
  | 'record-void' | 'reason-missing' | 'year-closed'
  // a periodic report
  | 'report-period-unknown' | 'report-period-wrong' | 'report-period-ahead' | 'report-unit-wrong' | 'report-version-unknown'
  | 'report-line-unknown' | 'report-line-missing' | 'report-value-missing' | 'report-reason-missing' | 'report-women-too-many'
  | 'report-part-too-big' | 'report-ratio-fixed' | 'report-too-long' | 'report-locked'
  // a work programme
  | 'programme-empty' | 'programme-too-many' | 'programme-too-long' | 'programme-twice' | 'programme-title-missing'
  | 'programme-month-missing' | 'programme-unit-wrong' | 'programme-year-ahead'
  // the doors of the server
  | 'body-too-big' | 'body-not-json' | 'body-truncated' | 'protocol-unknown' | 'media-type-wrong'
  | 'token-unknown' | 'token-missing' | 'session-missing' | 'not-allowed' | 'not-found' | 'method-wrong'
  | 'too-many-tries' | 'server-trouble' | 'origin-foreign'
  // activation
  | 'code-malformed' | 'code-unknown' | 'code-used' | 'code-expired'
  // the desk
  | 'login-wrong' | 'password-weak' | 'link-expired' | 'review-conflict' | 'review-empty' | 'review-stale' | 'review-final' | 'review-twice' | 'filter-wrong';

/** `field` names the place on the form; `details` fills the blanks of the sentence. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export function problem(code: ProblemCode, field?: string, details?: Problem['details']): Problem {
  return { code, ...(field === undefined ? {} : { field }), ...(details === undefined ? {} : { details }) };
}
