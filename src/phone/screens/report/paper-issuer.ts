/** Who issues a paper: what its head names above it, the letters of its code, its seat. One rule for reports and programmes. */
import type { IssuingUnit } from '../../../documents/page-model.ts';
import { levelsOf } from '../../../domain/unit.ts';
import type { Unit } from '../../../domain/unit.ts';
import { documentWords } from '../../../i18n/document-words.ts';

/** @param superior the direct upper union by name; empty where the phone does not know it, and the line is left for a pen. */
export function issuerOf(unit: Unit, superior: string): { readonly issuer: IssuingUnit; readonly above: string } {
  const [level = 'B'] = levelsOf(unit);
  // The province reports to the Confederation, which is no unit of this house.
  const above = level === 'P' ? documentWords.confederation : superior;
  return { above, issuer: { name: unit.name, superior: [above === '' ? documentWords.blankName : above], level, codeName: codeName(unit), place: unit.seat ?? documentWords.blankName } };
}

/** Letters of the issuer in its code: what the name begins with where that is an abbreviation, else what the office calls its kind. */
function codeName({ name, kind }: Unit): string {
  const [first = ''] = name.split(' ');
  if (first === first.toUpperCase() && first.length > 1) return first;
  return kind === 'sector' ? documentWords.codeSector : kind === 'publicEmployees' ? documentWords.codePublicEmployees : kind === 'grassroots' ? documentWords.codeGrassroots : documentWords.codeFederation;
}
