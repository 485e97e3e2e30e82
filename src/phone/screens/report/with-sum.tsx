import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { reportTitleWords } from '../../../i18n/report-title-words.ts';
import { useBelow } from '../../below.ts';
import { TroublePage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import type { ReportParts } from '../../report-model.ts';
import { adderOf } from '../../sum-model.ts';

type AddUp = NonNullable<ReportParts['addUp']>;

/** What the units below have sent, read once for all pages of an upper union's report. */
export function WithSum({ children }: { children: (addUp: AddUp) => ComponentChildren }) {
  const { value, error } = useBelow();
  const addUp = useMemo(() => value && adderOf(value), [value]);
  if (!addUp) return error === undefined ? null : <TroublePage title={reportTitleWords.plainTitle} backHref={paths.home} />;
  return <>{children(addUp)}</>;
}
